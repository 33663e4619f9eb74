#pragma once
// What teams have learned before.

#include "page/page.hpp"
#include "store/review_store.hpp"

namespace takt::page {

using store::Lesson;

/// Lessons of the accounts the caller sees, the most alike to `words` first; all where it is empty.
std::vector<Lesson> lessons(Context& context, const Caller& caller, const std::string& words,
                            std::size_t most);

}  // namespace takt::page
