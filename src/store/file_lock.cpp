#include "store/file_lock.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <stdexcept>
#include <system_error>

#include "store/folder_owner.hpp"

namespace takt::store {
namespace {

struct flock range_of(FileLock::What what) {
  struct flock range {};
  range.l_type = static_cast<short>(what == FileLock::What::open ? F_RDLCK : F_WRLCK);
  range.l_whence = SEEK_SET;
  range.l_start = what == FileLock::What::copied ? 1 : 0;
  range.l_len = 1;
  return range;
}

const char* why_not(FileLock::What what) {
  switch (what) {
    case FileLock::What::open:
      return " is being restored; try again when that has ended.";
    case FileLock::What::replaced:
      return " is in use: stop Takt first.";
    case FileLock::What::copied:
      return " is being backed up already; try again when that has ended.";
  }
  return "";
}

}  // namespace

FileLock::FileLock(const std::string& location, What what) {
  const auto path = location + ".lock";
  file_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file_ < 0) throw std::system_error(errno, std::generic_category(), "Can't open " + path);
  give_to_owner_of_folder(path);
  // Of this open file, not of the process: two within one process stand against each other, too.
  auto range = range_of(what);
  if (fcntl(file_, F_OFD_SETLK, &range) == 0) return;
  const int error = errno;
  close(file_);
  if (error == EAGAIN || error == EACCES) throw std::runtime_error(location + why_not(what));
  throw std::system_error(error, std::generic_category(), "Can't lock " + path);
}

FileLock::~FileLock() { close(file_); }

void FileLock::let_open() {
  auto range = range_of(What::open);
  fcntl(file_, F_OFD_SETLK, &range);
}

}  // namespace takt::store
