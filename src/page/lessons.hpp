#pragma once
// What teams have learned before.

#include "page/page.hpp"
#include "store/review_store.hpp"

namespace takt::page {

using store::Lesson;

/// Up to `most` lessons of the accounts the caller sees, the newest first; with `words` those of
/// the newest five hundred that are alike, the most alike first: it is asked at each pause in
/// typing.
std::vector<Lesson> lessons(Context& context, const Caller& caller, const std::string& words,
                            int most);

}  // namespace takt::page
