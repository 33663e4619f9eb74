#pragma once
// Names that every command speaks.

#include "access/get.hpp"
#include "access/require.hpp"
#include "store/change_log.hpp"
#include "store/entity_store.hpp"

namespace takt::command {

using access::Caller;
using access::Context;
using access::get;
using access::require;
using access::require_in;
using domain::Id;
using domain::Permission;
using domain::Problem;

}  // namespace takt::command
