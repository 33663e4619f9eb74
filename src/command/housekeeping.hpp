#pragma once
// What is forgotten when its time is over. The times stand in docs/operations.md.

#include "command/command.hpp"

namespace takt::command {

/// Mails, after they were sent or given up.
inline constexpr std::chrono::days kKeepMails{30};
/// Who was in the room of a meeting that is over; its minutes keep their names.
inline constexpr std::chrono::days kKeepAttendance{365};
/// That somebody asked for a password; for the count of an hour.
inline constexpr std::chrono::hours kKeepRequests{24};

/// How much was forgotten.
struct Forgotten {
  long long mails = 0;
  long long sessions = 0;
  long long invitations = 0;
  long long attendances = 0;
};

/// Forgets ended sessions and links that ran out, and mails and attendance after their time.
/// Several servers on one database may do it at the same time.
Forgotten forget_what_is_over(Context& context);

}  // namespace takt::command
