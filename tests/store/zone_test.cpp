#include "store/zone.hpp"

#include <gtest/gtest.h>

namespace takt::tests {
namespace {

using domain::Date;
using domain::Instant;

Instant instant(const std::string& text) { return *domain::parse_instant(text); }
std::string day_in(const std::string& zone, const std::string& text) {
  return domain::to_string(store::day_in(zone, instant(text)));
}
std::string begins(const std::string& zone, const std::string& day) {
  return domain::to_string(store::day_begins(zone, *domain::parse_date(day)));
}

TEST(Zone, IsAnIanaName) {
  for (const auto* name :
       {"UTC", "Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles",
        "America/Argentina/Buenos_Aires", "Asia/Calcutta", "Asia/Kolkata", "Etc/GMT-14"})
    EXPECT_TRUE(store::is_zone(name)) << name;
  for (const auto* name : {"", "Berlin", "europe/berlin", "Europe/Atlantis", "BST", "GMT+3",
                           "GMT+23:00", "Etc/Unknown", "Europe/Berlin "})
    EXPECT_FALSE(store::is_zone(name)) << name;
}

TEST(Zone, DayBeginsAtMidnightOnTheDaysOfTheChangeToo) {
  EXPECT_EQ("2026-03-28T23:00:00.000Z", begins("Europe/Berlin", "2026-03-29"));
  EXPECT_EQ("2026-03-29T22:00:00.000Z", begins("Europe/Berlin", "2026-03-30"));
  EXPECT_EQ("2026-10-24T22:00:00.000Z", begins("Europe/Berlin", "2026-10-25"));
  EXPECT_EQ("2026-10-25T23:00:00.000Z", begins("Europe/Berlin", "2026-10-26"));
  EXPECT_EQ("2026-04-04T11:00:00.000Z", begins("Pacific/Auckland", "2026-04-05"));
  EXPECT_EQ("2026-04-05T12:00:00.000Z", begins("Pacific/Auckland", "2026-04-06"));
  EXPECT_EQ("2026-03-08T08:00:00.000Z", begins("America/Los_Angeles", "2026-03-08"));
  EXPECT_EQ("2026-03-09T07:00:00.000Z", begins("America/Los_Angeles", "2026-03-09"));
  EXPECT_EQ("2026-11-24T00:00:00.000Z", begins("UTC", "2026-11-24"));
}

TEST(Zone, DayWhoseMidnightTheChangeLeavesOutBeginsWithTheChange) {
  // Havana goes from midnight to one o'clock, and back from one o'clock to midnight.
  EXPECT_EQ("2026-03-08T05:00:00.000Z", begins("America/Havana", "2026-03-08"));
  EXPECT_EQ("2026-11-01T04:00:00.000Z", begins("America/Havana", "2026-11-01"));
}

TEST(Zone, InstantLiesBetweenTheBeginningsOfItsDayAndTheNext) {
  for (const auto* zone : {"UTC", "Europe/Berlin", "Pacific/Auckland", "Pacific/Chatham",
                           "America/Los_Angeles", "America/Havana", "Asia/Kathmandu",
                           "Pacific/Kiritimati", "Pacific/Pago_Pago", "Australia/Lord_Howe"}) {
    for (auto at = instant("2026-01-01T00:00:00.000Z"); at < instant("2027-01-02T00:00:00.000Z");
         at.time += std::chrono::minutes{97}) {
      const auto day = store::day_in(zone, at);
      EXPECT_LE(store::day_begins(zone, day), at) << zone << domain::to_string(at);
      EXPECT_GT(store::day_begins(zone, domain::plus_days(day, 1)), at)
          << zone << domain::to_string(at);
      // Nobody is further ahead.
      EXPECT_LE(day, domain::date_of({at.time + std::chrono::hours{14}}));
    }
  }
}

TEST(Zone, ClocksAreCalledAsBrowsersCallThemWinterAndSummer) {
  const auto called = [](const std::string& zone, const char* text, domain::Language language) {
    return store::zone_name(zone, instant(text), language);
  };
  const auto *winter = "2026-11-24T09:00:00.000Z", *summer = "2026-07-01T09:00:00.000Z";
  EXPECT_EQ("MEZ", called("Europe/Berlin", winter, domain::Language::de));
  EXPECT_EQ("MESZ", called("Europe/Berlin", summer, domain::Language::de));
  EXPECT_EQ("CET", called("Europe/Berlin", winter, domain::Language::en));
  EXPECT_EQ("BST", called("Europe/London", summer, domain::Language::en));
  EXPECT_EQ("GMT-5", called("America/New_York", winter, domain::Language::de));
  EXPECT_EQ("UTC", called("UTC", winter, domain::Language::de));
  EXPECT_EQ("UTC", called("Europe/Atlantis", winter, domain::Language::en));
}

TEST(Zone, UnknownOneCountsAsUtc) {
  EXPECT_EQ("2026-11-23", day_in("Europe/Atlantis", "2026-11-23T23:30:00.000Z"));
  EXPECT_EQ("2026-11-24", day_in("Europe/Berlin", "2026-11-23T23:30:00.000Z"));
}

}  // namespace
}  // namespace takt::tests
