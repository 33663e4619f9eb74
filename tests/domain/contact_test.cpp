#include "domain/contact.hpp"

#include <gtest/gtest.h>

#include "domain/vectors.hpp"

namespace takt::domain {
namespace {

int whole(const boost::json::value& value) { return static_cast<int>(value.as_int64()); }

TEST(BuyingCentre, SaysTheWeightiestOfWhatItLacks) {
  for (const auto& row : tests::vectors("buying_centre")) {
    std::vector<Contact> people;
    for (const auto& one : row.at("people").as_array()) {
      Contact contact;
      contact.roles.clear();
      for (const auto& role : one.at("roles").as_array())
        contact.roles.push_back(
            mapping::enum_of<BuyingRole>(std::string_view(role.as_string())).value());
      contact.attitude.value = whole(one.at("attitude"));
      if (!one.at("wanted").is_null())
        contact.wanted_attitude = Whole<-2, 2>{whole(one.at("wanted"))};
      people.push_back(contact);
    }
    const auto got = buying_centre_state(people);
    const auto why = tests::text_of(row, "why");
    EXPECT_EQ(whole(row.at("below")), got.below_wanted) << why;
    std::optional<BuyingCentreGap> gap;
    if (!row.at("gap").is_null())
      gap = mapping::enum_of<BuyingCentreGap>(tests::text_of(row, "gap"));
    EXPECT_EQ(row.at("gap").is_null(), !gap.has_value()) << why;
    EXPECT_EQ(gap, got.gap) << why;
  }
}

Contact person(const std::string& id, const std::string& above = "") {
  Contact out;
  out.id = {id};
  if (!above.empty()) out.reports_to = Id{above};
  return out;
}

TEST(ReportingLine, LeadsBackToNobody) {
  const std::vector line{person("a"), person("b", "a"), person("c", "b")};
  EXPECT_FALSE(reports_in_circle(person("a"), line));
  EXPECT_FALSE(reports_in_circle(person("d", "c"), line));
  EXPECT_TRUE(reports_in_circle(person("a", "a"), line)) << "to themselves";
  EXPECT_TRUE(reports_in_circle(person("a", "c"), line)) << "past two others";
}

TEST(ReportingLine, EndsWithWhoeverIsArchived) {
  std::vector line{person("a"), person("b", "a"), person("c", "b")};
  line[1].archived_at = Instant{};
  EXPECT_FALSE(reports_in_circle(person("a", "c"), line));
}

TEST(ReportingLine, IsReadToItsEndWhereOthersRunInACircle) {
  const std::vector line{person("a", "b"), person("b", "a")};
  EXPECT_FALSE(reports_in_circle(person("c", "a"), line));
}

}  // namespace
}  // namespace takt::domain
