// The one-pager over the API: who may have it, and what its audience sees of an account.

#include "page/one_pager.hpp"

#include "cli/demo.hpp"
#include "domain/every_entity.hpp"
#include "domain/for_customer.hpp"
#include "mapping/describe.hpp"
#include "report/one_pager_pdf.hpp"
#include "report/pdf.hpp"
#include "server.hpp"
#include "store/account_store.hpp"
#include "store/entity_store.hpp"

namespace takt::tests {
namespace {

using domain::Audience;

class OnePagers : public OnBothDatabases {
 protected:
  std::string create(const std::string& path, const json::object& fields) {
    const auto made = browser(katrin).post("/api/v1/" + path, json::serialize(fields));
    EXPECT_EQ(201, made.status) << path << made.text;
    return made.status == 201 ? made.id() : "";
  }
  json::value page(const std::string& account, const std::string& query = "") {
    const auto answer = browser(katrin).get("/api/v1/accounts/" + account + "/one-pager" + query);
    EXPECT_EQ(200, answer.status) << answer.text;
    return answer.body;
  }
  OpenedPdf open(const Person& person, const std::string& account, const std::string& query = "") {
    const auto answer =
        browser(person).get("/api/v1/accounts/" + account + "/one-pager/pdf" + query);
    EXPECT_EQ(200, answer.status) << answer.text;
    return OpenedPdf(answer.text);
  }
};

TEST_P(OnePagers, AreForWhoeverSeesTheAccount) {
  const auto id = account();
  const auto observer = add_user("Olga Neumann", "member");
  create("accounts/" + id + "/team-members", {{"user", observer.id}, {"role", "observer"}});
  for (const std::string form : {"/one-pager", "/one-pager/pdf"}) {
    const auto path = "/api/v1/accounts/" + id + form;
    for (const auto& person : {katrin, jonas, observer, head})
      EXPECT_EQ(200, browser(person).get(path).status);
    EXPECT_EQ(404, browser(admin).get(path).status);
    EXPECT_EQ(404, browser(add_user("Fremd", "member")).get(path).status);
    EXPECT_EQ(404, browser(katrin).get("/api/v1/accounts/" + new_id() + form).status);
    EXPECT_EQ(401, browser().get(path).status);
  }
}

TEST_P(OnePagers, RefuseAnAudienceOrCycleThatThereIsNot) {
  const auto made = plan();
  const auto other = plan();
  for (const std::string form : {"/one-pager", "/one-pager/pdf"}) {
    const auto path = "/api/v1/accounts/" + made.account + form;
    EXPECT_EQ(422, browser(katrin).get(path + "?audience=x").status);
    EXPECT_EQ(422, browser(katrin).get(path + "?cycle=x").status);
    EXPECT_EQ(404, browser(katrin).get(path + "?cycle=" + new_id()).status);
    EXPECT_EQ(404, browser(katrin).get(path + "?cycle=" + other.cycle).status);
    EXPECT_EQ(200, browser(katrin).get(path + "?cycle=" + made.cycle).status);
  }
}

TEST_P(OnePagers, TellTheFiguresOfTheCockpit) {
  const auto made = plan();
  create("key-results/" + made.key_result + "/check-ins",
         {{"value", 4}, {"effectiveOn", date(-3)}, {"confidence", 7}});
  const auto cockpit = browser(katrin).get("/api/v1/accounts/" + made.account + "/cockpit").body;
  const auto told = page(made.account);
  EXPECT_EQ("management", told.at("audience").as_string());
  EXPECT_EQ("Brandt Antriebstechnik", told.at("organisation").as_string());
  for (const auto* same : {"progress", "expected", "today", "sentence"})
    EXPECT_EQ(cockpit.at(same), told.at(same)) << same;
  const auto& view = cockpit.at("objectives").at(0);
  const auto& objective = told.at("objectives").at(0);
  for (const auto* same : {"progress", "expected", "health", "measured", "total"})
    EXPECT_EQ(view.at(same), objective.at(same)) << same;
  const auto& key_result = objective.at("keyResults").at(0);
  for (const auto* same : {"value", "progress", "expected", "health", "confidence"})
    EXPECT_EQ(view.at("keyResults").at(0).at(same), key_result.at(same)) << same;
  const auto text = open(katrin, made.account).text();
  for (const std::string part : {"Teutonia", "Lieferanteil 40 auf 50 %", "10 Bestellungen",
                                 "4, Ziel 10", "Zuversicht 7", "1 / 1"})
    EXPECT_NE(text.npos, text.find(part)) << part << '\n' << text;
}

TEST_P(OnePagers, TellOpenQuestionsToTheTeamAlone) {
  const auto id = account();
  create("accounts/" + id + "/open-questions", {{"text", "Wer entscheidet?"}});
  EXPECT_EQ(1u, page(id, "?audience=team").at("questions").as_array().size());
  EXPECT_TRUE(page(id).at("questions").as_array().empty());
  EXPECT_TRUE(page(id, "?audience=customer").at("questions").as_array().empty());
}

TEST_P(OnePagers, AreInTheLanguageOfTheirReaderAndCalledByTheAccount) {
  const auto made = plan();
  const auto path = "/api/v1/accounts/" + made.account + "/one-pager/pdf";
  EXPECT_EQ(200,
            browser(jonas).patch("/api/v1/users/" + jonas.id, R"({"language":"en"})", "1").status);
  EXPECT_EQ("Teutonia: One-pager", open(jonas, made.account).info("Title"));
  const auto german = browser(katrin).get(path);
  EXPECT_EQ("Teutonia: Kurzfassung", OpenedPdf(german.text).info("Title"));
  const auto header = [&](const char* name) { return german.headers.find(name)->second; };
  EXPECT_EQ("application/pdf", header("Content-Type"));
  EXPECT_EQ("no-store", header("Cache-Control"));
  const auto sent = header("Content-Disposition");
  EXPECT_NE(sent.npos, sent.find("filename=\"Kurzfassung Teutonia 2026-11-24.pdf\"")) << sent;
}

TEST_P(OnePagers, LeadOurOwnPeopleAndNotTheCustomerToTheAccount) {
  const auto made = plan();
  EXPECT_NE(std::string::npos,
            open(katrin, made.account).links().find("/accounts/" + made.account));
  EXPECT_EQ(std::string::npos,
            open(katrin, made.account, "?audience=customer").links().find("accounts"));
}

/// What the entity's texts say, where the customer may see none of it.
template <class T>
void add_hidden(store::Session& session, const domain::Id& account, std::vector<std::string>& out) {
  if constexpr (std::is_same_v<std::decay_t<decltype(domain::kForCustomer<T>)>, std::tuple<>> &&
                requires { store::present_of<T>(session, account); })
    for (const auto& one : store::present_of<T>(session, account))
      mapping::for_each_member<T>([&](std::string_view, auto pointer) {
        if constexpr (std::is_base_of_v<std::string, std::decay_t<decltype(one.*pointer)>>)
          if (const std::string& text = one.*pointer; text.size() > 4) out.push_back(text);
      });
}

/// The demo's account as it is told to an audience, and what the store knows of it.
class ToldOnePagers : public testing::TestWithParam<std::string> {
 protected:
  ToldOnePagers() {
    store::migrate(database);
    cli::tell_demo_story(context, domain::Language::de);
    const auto accounts =
        database.peek([](store::Session& session) { return store::accounts(session, {}); });
    account = std::ranges::find(accounts, "TEU", &domain::Account::code)->id;
  }
  /// All that it says, as JSON and in print.
  std::string told(Audience audience) {
    const auto page = page::one_pager(context, account, audience, {});
    const auto file = report::one_pager_pdf(
        context, {domain::Language::de, "Europe/Berlin", "takt report"}, page, "");
    return mapping::to_json(page) + '\n' + OpenedPdf(file.content).text();
  }
  template <class T>
  std::vector<T> present() {
    return database.peek(
        [&](store::Session& session) { return store::present_of<T>(session, account); });
  }

  NewDatabase made{GetParam() == "PostgreSQL"};
  store::Database database{made.location, 2};
  access::Context context{database,
                          [] { return *domain::parse_instant("2026-11-24T09:00:00.000Z"); }};
  domain::Id account;
};

/// Who writes writes both at once: a page that shows one of each was never true.
TEST_P(ToldOnePagers, AreOfOneMomentWhateverIsWrittenMeanwhile) {
  auto own = *database.peek(
      [&](store::Session& session) { return store::find<domain::Account>(session, account); });
  auto question = present<domain::OpenQuestion>().at(0);
  std::atomic<bool> done = false;
  std::jthread writing([&] {
    for (int turn = 0; !done; ++turn) {
      own.name = question.text = "Stand " + std::to_string(turn);
      ++own.version;
      ++question.version;
      database.write(account, [&](store::Session& session) {
        store::update(session, own);
        store::update(session, question);
        return 0;
      });
    }
  });
  int compared = 0;
  for (int turn = 0; turn < 60; ++turn) {
    const auto page = page::one_pager(context, account, Audience::team, {});
    if (!page.account.starts_with("Stand")) continue;
    ++compared;
    EXPECT_TRUE(std::ranges::any_of(page.questions, [&](const auto& one) {
      return one.text == page.account;
    })) << page.account;
  }
  done = true;
  EXPECT_LT(10, compared);
}

TEST_P(ToldOnePagers, SayNothingOfThePresentAboveAnEarlierCycle) {
  for (const auto& cycle : present<domain::Cycle>()) {
    const auto shown = page::one_pager(context, account, Audience::management, cycle.id);
    EXPECT_EQ(cycle.name, shown.cycle->name);
    EXPECT_EQ(cycle.state == domain::CycleState::closed, shown.sentence.empty()) << cycle.name;
  }
}

TEST_P(ToldOnePagers, SayToTheCustomerNothingOfWhatIsHiddenFromThem) {
  std::vector<std::string> hidden;
  database.peek([&](store::Session& session) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, domain::Entities>>(
        [&](auto type) { add_hidden<typename decltype(type)::type>(session, account, hidden); });
    return 0;
  });
  std::string agreed;
  for (const auto& one : present<domain::Objective>()) {
    agreed += one.title + '\n' + one.customer_goal + '\n';
    hidden.push_back(one.why);
    hidden.push_back(one.outcome);
  }
  EXPECT_LT(100u, hidden.size());
  const auto allowed = told(Audience::customer);
  const auto ours = told(Audience::team);
  int of_ours = 0;
  for (const auto& text : hidden) {
    if (text.empty() || agreed.find(text) != agreed.npos) continue;
    EXPECT_EQ(allowed.npos, allowed.find(text)) << text;
    of_ours += ours.find(text) != ours.npos;
  }
  EXPECT_LT(10, of_ours) << "the team is told some of it";
  const auto page = json::parse(allowed.substr(0, allowed.find('\n')));
  for (const auto* empty : {"signals", "questions", "meetings", "team", "coming", "sentence"})
    EXPECT_TRUE(page.at(empty).as_array().empty()) << empty;
  for (const auto* none : {"supply", "progress", "expected"})
    EXPECT_TRUE(page.at(none).is_null()) << none;
  EXPECT_FALSE(page.at("objectives").as_array().empty());
  for (const auto& objective : page.at("objectives").as_array()) {
    EXPECT_TRUE(objective.at("keyResults").as_array().empty());
    EXPECT_TRUE(objective.at("progress").is_null());
    EXPECT_TRUE(objective.at("outcome").at("now").is_null());
  }
  EXPECT_EQ(allowed.npos, allowed.find("Zuversicht"));
}

TEST_P(ToldOnePagers, SayToTheCustomerWhatOfTheirsWasReleasedAndNoMore) {
  auto testimonials = present<domain::Testimonial>();
  ASSERT_LE(2u, testimonials.size());
  auto& kept = testimonials[0];
  kept.released = false;
  ++kept.version;
  database.write(account, [&](store::Session& session) {
    store::update(session, kept);
    return 0;
  });
  const auto said = told(Audience::customer);
  EXPECT_EQ(said.npos, said.find(kept.text));
  EXPECT_NE(said.npos, said.find(testimonials[1].text));
}

TAKT_ON_BOTH_DATABASES(OnePagers);
TAKT_ON_BOTH_DATABASES(ToldOnePagers);

}  // namespace
}  // namespace takt::tests
