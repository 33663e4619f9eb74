#pragma once

#include "access/context.hpp"
#include "domain/user.hpp"

namespace takt::cli {

/// Throws where the database holds people and the demo did not make it: the demo lets everybody in
/// as anybody. Its own, of whatever release, is known by those who came first, by the story's
/// addresses, which end in .example as nobody's do. Reads a database of any step, changes nothing.
void require_own_story(store::Database& database);

/// Fills an empty database with the demo's story, told so that `context.today()` lies in week 10
/// of the running cycle. German is the original; `language` chooses the translation. Does nothing
/// where there are users of the story already; throws where there are others.
void tell_demo_story(access::Context& context, domain::Language language);

}  // namespace takt::cli
