#include "store/folder_owner.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace takt::store {

void give_to_owner_of_folder(const std::string& path) {
  if (geteuid() != 0) return;
  const auto folder = std::filesystem::path(path).parent_path();
  struct stat owner {};
  // What can't be given stays as it is made.
  if (stat(folder.empty() ? "." : folder.c_str(), &owner) == 0 &&
      lchown(path.c_str(), owner.st_uid, owner.st_gid) != 0)
    return;
}

}  // namespace takt::store
