#pragma once
// The organisation.

#include "domain/organisation.hpp"
#include "page/page.hpp"

namespace takt::page {

domain::Organisation organisation(Context& context, const Caller& caller);

}  // namespace takt::page
