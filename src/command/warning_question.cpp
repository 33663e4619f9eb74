#include "command/draft.hpp"
#include "command/entity.hpp"
#include "domain/contact.hpp"
#include "domain/signal.hpp"

namespace takt::command {

using namespace domain;

void check(Draft<WarningQuestion>& draft) {
  if (draft.changed(&WarningQuestion::asked_on) && draft.after.asked_on &&
      *draft.after.asked_on > draft.entry_day())
    draft.wrong("/askedOn", "in_future", "must not be later than today");
}

}  // namespace takt::command
