#include "store/folder_owner.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>

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

void make_folders(const std::string& path) {
  std::filesystem::path folder;
  for (const auto& part : std::filesystem::path(path)) {
    folder /= part;
    if (mkdir(folder.c_str(), 0700) == 0) {
      give_to_owner_of_folder(folder);
      continue;
    }
    const int why = errno;
    std::error_code unknown;
    if (!std::filesystem::is_directory(folder, unknown))
      throw std::system_error(why, std::generic_category(), "Can't make " + folder.string());
  }
}

}  // namespace takt::store
