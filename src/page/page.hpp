#pragma once
// Names that every page speaks.

#include "access/get.hpp"
#include "access/require.hpp"
#include "store/change_log.hpp"
#include "store/entity_store.hpp"

namespace takt::page {

using access::Caller;
using access::Context;
using access::get;
using access::require;
using access::sees_accounts_of;
using domain::Id;
using domain::Permission;
using domain::Problem;

}  // namespace takt::page
