#pragma once

#include "access/context.hpp"
#include "domain/user.hpp"

namespace takt::cli {

/// Fills an empty database with the demo's story, told so that `context.today()` lies in week 10
/// of the running cycle. German is the original; `language` chooses the translation. Does nothing
/// where there are users already.
void tell_demo_story(access::Context& context, domain::Language language);

}  // namespace takt::cli
