#include "domain/open_question.hpp"

#include "command/draft.hpp"
#include "command/entity.hpp"
#include "domain/contact.hpp"
#include "domain/signal.hpp"
#include "store/about.hpp"

namespace takt::command {

using namespace domain;

namespace {

void check_about(Draft<OpenQuestion>& draft) {
  const auto& after = draft.after;
  if (after.about_kind && !after.about)
    draft.wrong("/about", "required", "is required: what the question is about");
  if (after.about && !after.about_kind)
    draft.wrong("/aboutKind", "required", "is required: what kind of entry that is");
  if (!after.about || !after.about_kind) return;
  if (!draft.changed(&OpenQuestion::about) && !draft.changed(&OpenQuestion::about_kind)) return;
  store::with_about(*after.about_kind, [&]<class T>(std::type_identity<T>) {
    must_exist<T>(draft, after.about, "/about");
  });
}

/// An answer has a day, and a day needs an answer.
void check_answer(Draft<OpenQuestion>& draft) {
  auto& after = draft.after;
  const bool answered = draft.before && draft.before->answered_on;
  if (has_answer(after)) {
    if (!after.answered_on && answered)
      draft.wrong("/answeredOn", "required", "is required as long as there is an answer");
    if (!after.answered_on) after.answered_on = draft.entry_day();
    return;
  }
  if (after.answered_on && draft.changed(&OpenQuestion::answered_on))
    draft.wrong("/answer", "required", "is required: in words, a signal or a check-in");
  after.answered_on.reset();
  // Whoever left the team meanwhile asks nobody any more.
  if (answered && after.asked_by &&
      !is_present<Teammate>(draft.session, after.account, *after.asked_by))
    after.asked_by.reset();
}

}  // namespace

void check(Draft<OpenQuestion>& draft) {
  auto& after = draft.after;
  if (draft.creating() && !after.asked_by &&
      is_present<Teammate>(draft.session, after.account, draft.caller.user))
    after.asked_by = draft.caller.user;
  check_about(draft);
  check_answer(draft);
  const auto not_later = [&](auto member, const char* pointer) {
    if (draft.changed(member) && after.*member && *(after.*member) > draft.entry_day())
      draft.wrong(pointer, "in_future", "must not be later than today");
  };
  not_later(&OpenQuestion::asked_on, "/askedOn");
  not_later(&OpenQuestion::answered_on, "/answeredOn");
}

}  // namespace takt::command
