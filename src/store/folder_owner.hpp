#pragma once

#include <string>

namespace takt::store {

/// Root makes files for whoever the folder belongs to, else the service could not open what a
/// command by root has left. Does nothing for anybody else.
void give_to_owner_of_folder(const std::string& path);

/// Makes a folder, and those that it is to lie in, where they are missing: each for its user only.
/// Throws std::system_error where one can't be made.
void make_folders(const std::string& path);

}  // namespace takt::store
