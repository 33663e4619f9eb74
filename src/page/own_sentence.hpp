#pragma once
// The state sentence of what the caller owes.

#include "domain/state_sentence.hpp"
#include "page/page.hpp"

namespace takt::page {

/// Counts what my_work() lists, and tells how fresh the caller's own key results are.
domain::Sentence own_sentence(Context& context, const Caller& caller);

}  // namespace takt::page
