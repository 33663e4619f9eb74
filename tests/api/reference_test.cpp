// An id that somebody sends stands for an entry of the same account, or the write is refused.

#include "server.hpp"

namespace takt::tests {
namespace {

class References : public OnBothDatabases {
 protected:
  void SetUp() override {
    own = plan();
    const auto others = account();
    auto utes = browser(katrin);
    const auto made = [&](const std::string& path, const std::string& body) {
      const auto answer = utes.post("/api/v1/" + path, body);
      EXPECT_EQ(201, answer.status) << answer.text;
      return answer.id();
    };
    foreign.account = others;
    foreign.cycle =
        made("accounts/" + others + "/cycles",
             R"({"name":"Z","startsOn":")" + date(-5) + R"(","endsOn":")" + date(90) + "\"}");
    foreign.objective = made("cycles/" + foreign.cycle + "/objectives", R"({"title":"fremd"})");
    foreign.key_result = made("objectives/" + foreign.objective + "/key-results",
                              R"({"title":"fremd","kind":"metric","start":0,"target":1})");
    foreign_meeting = made("accounts/" + others + "/meetings",
                           R"({"kind":"cycle","plannedAt":"2026-11-24T09:00:00.000Z"})");
    foreign_signal = made("accounts/" + others + "/signals", R"({"title":"STRENG GEHEIM"})");
  }
  Plan own, foreign;
  std::string foreign_meeting, foreign_signal;
};

TEST_P(References, AreOfTheSameAccountAndExist) {
  auto katrins = browser(katrin);
  const auto of_account = "/api/v1/accounts/" + own.account;
  const auto signal = katrins.post(of_account + "/signals", R"({"title":"x"})").id();
  struct Row {
    std::string path, body, field, foreign;
  };
  const std::string watch = R"("kind":"watch","watchUntil":")" + date(9) + "\"";
  const std::vector<Row> rows{
      {of_account + "/testimonials", R"("text":"gut","receivedOn":")" + date(-1) + "\"",
       "keyResult", foreign.key_result},
      {of_account + "/actions", R"("title":"x")", "meeting", foreign_meeting},
      {"/api/v1/cycles/" + own.cycle + "/objectives", R"("title":"x","reason":"x")", "carriedFrom",
       foreign.objective},
      {"/api/v1/objectives/" + own.objective + "/key-results",
       R"("title":"x","kind":"metric","start":0,"target":1,"reason":"x")", "carriedFrom",
       foreign.key_result},
      {"/api/v1/signals/" + signal + "/responses", R"("kind":"dismiss","reason":"x")", "target",
       foreign.objective},
      {"/api/v1/signals/" + signal + "/responses", watch, "target", foreign.objective},
      {"/api/v1/signals/" + signal + "/responses", R"("kind":"objective")", "target",
       foreign.objective},
  };
  for (const auto& row : rows)
    for (const auto& id : {row.foreign, new_id()}) {
      const auto refused =
          katrins.post(row.path, "{" + row.body + ",\"" + row.field + "\":\"" + id + "\"}");
      EXPECT_EQ(422, refused.status) << row.path << ' ' << row.field << ' ' << refused.text;
      ASSERT_TRUE(refused.body.is_object() && refused.body.as_object().contains("errors"));
      EXPECT_EQ("/" + row.field, refused.body.at("errors").at(0).at("pointer").as_string());
    }
  // And what was refused has poisoned nothing for those who come after.
  for (int i = 0; i < 20; ++i)
    ASSERT_EQ(
        201,
        katrins.post("/api/v1/accounts/" + foreign.account + "/actions", R"({"title":"harmlos"})")
            .status);
}

TEST_P(References, NextCycleIsNotGivenOutForTheIdOfAForeignOne) {
  const auto answer =
      browser(katrin).post("/api/v1/accounts/" + own.account + "/next-cycle",
                           R"({"id":")" + foreign.cycle + R"(","name":"n","startsOn":")" +
                               date(200) + R"(","endsOn":")" + date(290) + "\"}");
  EXPECT_EQ(409, answer.status) << answer.text;
  EXPECT_EQ("id_taken", answer.code());
}

TEST_P(References, ActivityNamesOnlyWhatItsReaderMaySee) {
  auto katrins = browser(katrin);
  const auto of_account = "/api/v1/accounts/" + own.account;
  for (const auto& id : {foreign_signal, foreign.account, foreign.objective})
    ASSERT_EQ(201, katrins.post(of_account + "/sites", R"({"name":")" + id + "\"}").status);
  const auto names = browser(jonas).get(of_account + "/activity").body.at("names").as_array();
  for (const auto& name : names) {
    EXPECT_NE(foreign_signal, name.at("id").as_string());
    EXPECT_NE(foreign.account, name.at("id").as_string());
    EXPECT_NE(foreign.objective, name.at("id").as_string());
  }
  EXPECT_TRUE(std::ranges::any_of(
      names, [&](const auto& name) { return name.at("id").as_string() == katrin.id; }));
}

TAKT_ON_BOTH_DATABASES(References);

}  // namespace
}  // namespace takt::tests
