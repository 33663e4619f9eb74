// People at the customer: their roles, who reports to whom, and what the buying centre lacks.

#include "server.hpp"

namespace takt::tests {
namespace {

class Contacts : public OnBothDatabases {
 protected:
  void SetUp() override { id = account(); }
  std::string add(const std::string& name, const std::string& more = "") {
    const auto made = browser(katrin).post("/api/v1/accounts/" + id + "/contacts",
                                           R"({"name":")" + name + "\"" + more + "}");
    EXPECT_EQ(201, made.status) << made.text;
    return made.status == 201 ? made.id() : "";
  }
  std::string below(const std::string& name, const std::string& above) {
    return add(name, R"(,"reportsTo":")" + above + "\"");
  }
  /// Changes a contact as it stands.
  Answer put(const std::string& contact, const std::string& fields) {
    auto katrins = browser(katrin);
    const auto path = "/api/v1/contacts/" + contact;
    return katrins.patch(path, "{" + fields + "}", katrins.get(path).version());
  }
  Answer report_to(const std::string& contact, const std::string& above) {
    return put(contact, R"("reportsTo":")" + above + "\"");
  }
  json::value page() {
    const auto answer = browser(katrin).get("/api/v1/accounts/" + id + "/buying-centre");
    EXPECT_EQ(200, answer.status) << answer.text;
    return answer.body;
  }
  static std::string first_error(const Answer& answer) {
    if (answer.status != 422) return std::to_string(answer.status);
    const auto& error = answer.body.at("errors").at(0);
    return std::string(error.at("pointer").as_string()) + " " +
           std::string(error.at("code").as_string());
  }
  std::string id;
};

TEST_P(Contacts, HaveOneRoleAtLeastAndEachOnce) {
  const auto contact = add("Hoppe", R"(,"roles":["influencer","user"])");
  auto katrins = browser(katrin);
  const auto roles = [&] {
    return json::serialize(katrins.get("/api/v1/contacts/" + contact).body.at("roles"));
  };
  EXPECT_EQ(R"(["influencer","user"])", roles());
  EXPECT_EQ("/roles required", first_error(put(contact, R"("roles":[])")));
  EXPECT_EQ("/roles twice", first_error(put(contact, R"("roles":["user","coach","user"])")));
  EXPECT_EQ("/roles/0 not_a_choice", first_error(put(contact, R"("roles":["boss"])")));
  EXPECT_EQ("/role unknown_field", first_error(put(contact, R"("role":"user")")));
  EXPECT_EQ(R"(["influencer","user"])", roles());
  EXPECT_EQ(200, put(contact, R"("roles":["coach"])").status);
  const auto unsaid = katrins.get("/api/v1/contacts/" + add("Lamm")).body;
  EXPECT_EQ(R"(["user"])", json::serialize(unsaid.at("roles")));
}

TEST_P(Contacts, WantedAttitudeIsOneOfTheAttitudesOrNotSaid) {
  const auto contact = add("Petersen", R"(,"wantedAttitude":-1)");
  EXPECT_EQ("/wantedAttitude out_of_range", first_error(put(contact, R"("wantedAttitude":3)")));
  const auto emptied = put(contact, R"("wantedAttitude":null)");
  ASSERT_EQ(200, emptied.status) << emptied.text;
  EXPECT_TRUE(emptied.body.at("wantedAttitude").is_null());
}

TEST_P(Contacts, ReportToOthersOfTheAccountAndNeverInACircle) {
  const auto feldmann = add("Feldmann");
  const auto petersen = below("Petersen", feldmann);
  const auto wrobel = below("Wrobel", petersen);
  EXPECT_EQ("/reportsTo reports_in_circle", first_error(report_to(feldmann, feldmann)));
  EXPECT_EQ("/reportsTo reports_in_circle", first_error(report_to(feldmann, petersen)));
  EXPECT_EQ("/reportsTo reports_in_circle", first_error(report_to(feldmann, wrobel)));
  EXPECT_EQ(200, report_to(wrobel, feldmann).status);
  const auto stranger =
      browser(katrin)
          .post("/api/v1/accounts/" + account() + "/contacts", R"({"name":"Lindner"})")
          .id();
  EXPECT_EQ("/reportsTo unknown_contact", first_error(report_to(feldmann, stranger)));
}

TEST_P(Contacts, WhoIsArchivedIsStillReportedToAndComesBackIntoNoCircle) {
  const auto feldmann = add("Feldmann");
  const auto petersen = below("Petersen", feldmann);
  const auto wrobel = below("Wrobel", petersen);
  auto katrins = browser(katrin);
  const auto path = "/api/v1/contacts/" + petersen;
  ASSERT_EQ(200, katrins.remove(path, "1").status);
  const auto shown = page().at("contacts").as_array();
  ASSERT_EQ(2u, shown.size());
  EXPECT_EQ("", shown.at(0).at("reportsToName").as_string());
  EXPECT_EQ("Petersen", shown.at(1).at("reportsToName").as_string());
  EXPECT_TRUE(shown.at(1).at("reportsToArchived").as_bool());
  EXPECT_EQ(200, put(wrobel, R"("attitude":1)").status) << "what was chosen before stays";
  EXPECT_EQ("/reportsTo unknown_contact", first_error(report_to(feldmann, petersen)));

  // Past the one who is gone, the other way round.
  ASSERT_EQ(200, report_to(feldmann, wrobel).status);
  EXPECT_EQ("/reportsTo reports_in_circle", first_error(katrins.restore(path, "2")));
  ASSERT_EQ(200, put(feldmann, R"("reportsTo":null)").status);
  EXPECT_EQ(200, katrins.restore(path, "2").status);
  EXPECT_FALSE(page().at("contacts").at(2).at("reportsToArchived").as_bool());
}

TEST_P(Contacts, ErasingLeavesNothingOfThemAndThoseBelowInPlace) {
  const auto feldmann = add("Feldmann");
  const auto petersen = add("Petersen", R"(,"reportsTo":")" + feldmann +
                                            R"(","roles":["decider","buyer"],"wantedAttitude":2)");
  below("Wrobel", petersen);
  auto katrins = browser(katrin);
  const auto path = "/api/v1/contacts/" + petersen;
  ASSERT_EQ(200, katrins.remove(path, "1").status);
  ASSERT_EQ(204, browser(admin).post(path + "/erase", "", "2").status);
  const auto erased = katrins.get(path);
  EXPECT_EQ(R"(["user"])", json::serialize(erased.body.at("roles")));
  EXPECT_TRUE(erased.body.at("reportsTo").is_null());
  EXPECT_TRUE(erased.body.at("wantedAttitude").is_null());
  EXPECT_EQ("N. N.", page().at("contacts").at(1).at("reportsToName").as_string());
  EXPECT_EQ(200, katrins.restore(path, "3").status) << "nobody is a valid contact";
}

TEST_P(Contacts, BuyingCentreSaysWhatItLacks) {
  const auto told = [&] {
    std::string out;
    const auto answer = page();
    for (const auto& clause : answer.at("sentence").as_array())
      if (clause.at("kind").as_string() == "buying_centre_lacks")
        out += std::string(clause.at("name").as_string()) + json::serialize(clause.at("count"));
    return out;
  };
  EXPECT_EQ("", told());
  add("Petersen", R"(,"roles":["buyer"],"attitude":1,"wantedAttitude":2)");
  EXPECT_EQ("no_decider0", told());
  const auto feldmann = add("Feldmann", R"(,"roles":["buyer","decider"])");
  EXPECT_EQ("no_supporter_among_deciders0", told());
  put(feldmann, R"("attitude":1)");
  EXPECT_EQ("attitude_below_wanted1", told());
  ASSERT_EQ(200, browser(katrin).remove("/api/v1/contacts/" + feldmann, "2").status);
  EXPECT_EQ("no_decider0", told()) << "whoever is archived does not decide";
}

TEST_P(Contacts, BuyingCentreNamesWhomNobodyHasSpokenToForLong) {
  add("Petersen", R"(,"lastContact":")" + date(-60) + "\"");
  add("Wrobel", R"(,"lastContact":")" + date(-61) + "\"");
  const auto answer = page();
  const auto& clause = answer.at("sentence").as_array().back();
  EXPECT_EQ("contacts_quiet", clause.at("kind").as_string());
  EXPECT_EQ("Wrobel", clause.at("name").as_string());
  EXPECT_EQ(1, clause.at("count").as_int64());
}

TEST_P(Contacts, ChangeLogTellsRolesAndWhoIsReportedTo) {
  const auto feldmann = add("Feldmann");
  const auto petersen = add("Petersen");
  put(petersen, R"("roles":["buyer","gatekeeper"],"reportsTo":")" + feldmann + "\"");
  const auto log = browser(katrin).get("/api/v1/accounts/" + id + "/activity").body;
  const auto& change = log.at("changes").at(0);
  EXPECT_EQ(R"({"roles":["user"],"reportsTo":null})", json::serialize(change.at("before")));
  EXPECT_EQ(R"({"roles":["buyer","gatekeeper"],"reportsTo":")" + feldmann + "\"}",
            json::serialize(change.at("after")));
  bool named = false;
  for (const auto& one : log.at("names").as_array())
    named =
        named || (one.at("id").as_string() == feldmann && one.at("name").as_string() == "Feldmann");
  EXPECT_TRUE(named);
}

TAKT_ON_BOTH_DATABASES(Contacts);

}  // namespace
}  // namespace takt::tests
