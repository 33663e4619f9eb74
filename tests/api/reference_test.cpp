// An id that somebody sends stands for an entry of the same account, or the write is refused.

#include <set>

#include "domain/action.hpp"
#include "domain/check_in.hpp"
#include "domain/meeting.hpp"
#include "domain/testimonial.hpp"
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
  /// Stores what the rules refuse and an older version took: a row of the other account.
  template <class T>
  void insert_foreign(T row) {
    row.id = {new_id()};
    row.account = {foreign.account};
    row.created_at = app->context().now();
    app->context().database.write(row.account,
                                  [&](store::Session& session) { store::insert(session, row); });
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

TEST_P(References, RowsOfAnotherAccountAreShownOnNoPageAndWrittenIntoNoMinutes) {
  using namespace domain;
  auto katrins = browser(katrin);
  const auto of_account = "/api/v1/accounts/" + own.account;
  const auto id = katrins
                      .post(of_account + "/meetings",
                            R"({"kind":"check_in","plannedAt":"2026-11-24T09:00:00.000Z"})")
                      .id();
  const auto meeting = "/api/v1/meetings/" + id;
  ASSERT_EQ(200, katrins.post(meeting + "/steer", R"({"command":"start"})").status);
  const auto agreed =
      R"({"title":"UNSERE","keyResult":")" + own.key_result + R"(","meeting":")" + id;
  ASSERT_EQ(201, katrins.post(of_account + "/actions", agreed + "\"}").status);

  const std::string secret = "STRENG GEHEIM";
  Action action;
  action.title = secret;
  action.key_result = Id{own.key_result};
  action.meeting = Id{id};
  insert_foreign(action);
  Testimonial testimonial;
  testimonial.text = secret;
  testimonial.key_result = Id{own.key_result};
  insert_foreign(testimonial);
  CheckIn check_in;
  check_in.key_result = {own.key_result};
  check_in.effective_on = today();
  check_in.value = 9;
  check_in.note = secret;
  check_in.entered_by = {katrin.id};
  insert_foreign(check_in);
  KeyResult key_result;
  key_result.objective = {own.objective};
  key_result.title = secret;
  insert_foreign(key_result);
  Objective objective;
  objective.cycle = {own.cycle};
  objective.title = secret;
  insert_foreign(objective);
  MeetingNote note;
  note.meeting = {id};
  note.title = secret;
  insert_foreign(note);
  Proposal proposal;
  proposal.meeting = {id};
  proposal.title = secret;
  proposal.author = Id{katrin.id};
  insert_foreign(proposal);
  app->context().database.write({own.account}, [&](store::Session& session) {
    auto refers = store::must_find<Meeting>(session, {id});
    refers.signal = Id{foreign_signal};
    refers.cycle = Id{foreign.cycle};
    ++refers.version;
    store::update(session, refers);
    store::raise_revision(session, {own.account});
  });

  const std::vector<std::string> pages{"/api/v1/key-results/" + own.key_result + "/page",
                                       meeting + "/room",
                                       "/api/v1/cycles/" + own.cycle + "/plan",
                                       "/api/v1/cycles/" + own.cycle + "/review",
                                       of_account + "/cockpit",
                                       of_account + "/effectiveness",
                                       of_account + "/long-term",
                                       of_account + "/agility",
                                       of_account + "/signal-board"};
  for (const auto& page : pages) {
    const auto answer = katrins.get(page);
    EXPECT_EQ(200, answer.status) << page << answer.text;
    EXPECT_EQ(std::string::npos, answer.text.find(secret)) << page << answer.text;
  }
  const auto shown = katrins.get("/api/v1/key-results/" + own.key_result + "/page").body;
  EXPECT_EQ(1u, shown.at("actions").as_array().size());
  EXPECT_TRUE(shown.at("view").at("value").is_null()) << "the check-in is another account's";
  EXPECT_EQ(own.cycle, katrins.get(meeting + "/room").body.at("cycle").as_string());
  ASSERT_EQ(200, katrins.post(meeting + "/steer", R"({"command":"reveal_topics"})").status);
  ASSERT_EQ(200, katrins.post(meeting + "/steer", R"({"command":"reveal_votes"})").status);
  const auto closed = katrins.post(meeting + "/steer", R"({"command":"close"})");
  ASSERT_EQ(200, closed.status) << closed.text;
  const std::string minutes(closed.body.at("minutes").as_string());
  EXPECT_NE(std::string::npos, minutes.find("UNSERE")) << minutes;
  EXPECT_EQ(std::string::npos, minutes.find(secret)) << minutes;
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
  const auto meike = add_user("Meike Oltmann", "member");
  auto katrins = browser(katrin);
  const auto of_account = "/api/v1/accounts/" + own.account;
  ASSERT_EQ(201,
            katrins.post(of_account + "/team-members", R"({"user":")" + meike.id + "\"}").status);
  for (const auto& id : {foreign_signal, foreign.account, foreign.objective})
    ASSERT_EQ(201, katrins.post(of_account + "/sites", R"({"name":")" + id + "\"}").status);
  const auto named_to = [&](const Person& reader) {
    std::set<std::string> ids;
    const auto page = browser(reader).get(of_account + "/activity").body;
    for (const auto& name : page.at("names").as_array()) ids.emplace(name.at("id").as_string());
    return ids;
  };
  for (const auto& reader : {jonas, meike}) {
    const auto named = named_to(reader);
    EXPECT_FALSE(named.contains(foreign_signal));
    EXPECT_FALSE(named.contains(foreign.objective));
    EXPECT_TRUE(named.contains(katrin.id));
  }
  EXPECT_TRUE(named_to(jonas).contains(foreign.account)) << "who is on its team, too";
  EXPECT_FALSE(named_to(meike).contains(foreign.account));
}

TAKT_ON_BOTH_DATABASES(References);

}  // namespace
}  // namespace takt::tests
