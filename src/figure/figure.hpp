#pragma once
// What every figure is made from: rows of a session. No caller, no clock, no writing.

#include "store/entity_store.hpp"

namespace takt::figure {

using domain::Id;

}  // namespace takt::figure
