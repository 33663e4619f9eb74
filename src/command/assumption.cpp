#include "domain/assumption.hpp"

#include "command/draft.hpp"
#include "command/entity.hpp"
#include "store/about.hpp"
#include "store/question_store.hpp"

namespace takt::command {

using namespace domain;

void check(Draft<Assumption>& draft) {
  auto& after = draft.after;
  if (draft.creating()) {
    store::with_about(after.about_kind, [&]<class T>(std::type_identity<T>) {
      must_exist<T>(draft, after.about, "/about");
    });
  } else {
    if (draft.changed(&Assumption::about_kind))
      draft.wrong("/aboutKind", "fixed", "can't be exchanged; mark the other entry instead");
    if (draft.changed(&Assumption::about))
      draft.wrong("/about", "fixed", "can't be exchanged; mark the other entry instead");
  }
  if (draft.changed(&Assumption::confirmed_on)) {
    after.confirmed_by.reset();
    if (after.confirmed_on) after.confirmed_by = draft.caller.user;
    if (after.confirmed_on && *after.confirmed_on > draft.entry_day())
      draft.wrong("/confirmedOn", "in_future", "must not be later than today");
  }
  if (!after.archived_at && !after.confirmed_on &&
      store::assumed_already(draft.session, after.about, after.id))
    draft.wrong("/about", "taken", "is marked as assumed already");
}

}  // namespace takt::command
