#pragma once
#include "domain/meeting.hpp"
#include "domain/signal.hpp"
#include "service/draft.hpp"

namespace takt::service {

void check(Draft<domain::Signal>& draft);
void check(Draft<domain::Response>& draft);
void check(Draft<domain::WarningQuestion>& draft);
void check(Draft<domain::Meeting>& draft);
void check(Draft<domain::MeetingNote>& draft);

}  // namespace takt::service
