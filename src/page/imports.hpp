#pragma once
// What was brought into an account from files.

#include "domain/import.hpp"
#include "page/page.hpp"

namespace takt::page {

/// The newest first.
std::vector<domain::Import> imports(Context& context, const Caller& caller, const Id& account);

}  // namespace takt::page
