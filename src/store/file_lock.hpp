#pragma once
// Who holds an SQLite file: those that it is open for, and whoever copies it or puts another in its
// place. Locks end with their process, however it ends.

#include <string>

namespace takt::store {

class FileLock {
 public:
  enum class What {
    open,      ///< any number at once, none while it is being replaced
    replaced,  ///< one, while nobody has it open
    copied     ///< one at a time, whoever has it open
  };
  /// Takes the lock on the file at `location` at once, kept in a file of its own beside it. Throws
  /// std::runtime_error where somebody holds what stands against it.
  FileLock(const std::string& location, What what);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  /// Whoever replaced the file lets others open it, but nobody replace it.
  void let_open();

 private:
  int file_ = -1;
};

}  // namespace takt::store
