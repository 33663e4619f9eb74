#pragma once

#include <string>

namespace takt::store {

/// Root makes files for whoever the folder belongs to, else the service could not open what a
/// command by root has left. Does nothing for anybody else.
void give_to_owner_of_folder(const std::string& path);

}  // namespace takt::store
