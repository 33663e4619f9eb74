// Every declared reference of every entity, generated from the declarations: it stands for
// something present of the same account, or the write is refused and names the field.

#include <fstream>
#include <set>

#include "command/entity.hpp"
#include "domain/every_entity.hpp"
#include "server.hpp"

namespace takt::tests {
namespace {

using namespace domain;

/// An id of each kind that a reference may stand for.
struct Samples {
  template <class Target>
  Id& of() {
    return ids[std::string(Target::kTerm)];
  }
  std::map<std::string, Id> ids;
};

/// Fills every reference of a value, however deep.
template <class V>
void fill(V& value, Samples& samples) {
  if constexpr (command::is_reference<V>) {
    value = V{samples.of<typename V::Target>()};
  } else if constexpr (mapping::is_optional<V>) {
    if constexpr (command::is_reference<typename V::value_type>) fill(value.emplace(), samples);
  } else if constexpr (mapping::is_vector<V>) {
    using Entry = typename V::value_type;
    if constexpr (command::is_reference<Entry> || mapping::Struct<Entry>) {
      Entry entry{};
      bool any = false;
      auto note = [&](const auto&, const std::string&) { any = true; };
      command::each_reference(entry, "", note);
      if (!any) return;
      fill(entry, samples);
      value.assign(1, entry);
    }
  } else if constexpr (mapping::Struct<V>) {
    mapping::for_each_member<V>(
        [&](std::string_view, auto member) { fill(value.*member, samples); });
  }
}

class ReferencesOfEntities : public OnBothDatabases {
 protected:
  access::Caller caller() {
    access::Caller out;
    out.user = {katrin.id};
    out.name = std::string("Katrin Vogt");
    return out;
  }
  template <class T>
  static T fields(const std::string& body) {
    T out;
    mapping::Errors errors;
    mapping::read_object<T, mapping::OwnMembers>(mapping::parse_json(body), out, "", errors,
                                                 mapping::Missing::keep);
    if (!errors.empty()) throw std::logic_error(errors[0].pointer + " " + errors[0].detail);
    return out;
  }
  template <class T>
  Id made(const Id& parent, const std::string& body) {
    return command::create<T>(app->context(), caller(), parent, fields<T>(body), {}, "").id;
  }

  /// As it is kept: to enter one takes a running cycle, of which an account has one only.
  Id stored_check_in(const Id& account, const Id& key_result) {
    CheckIn check_in;
    check_in.id = access::new_id(app->context().now());
    check_in.account = account;
    check_in.created_at = app->context().now();
    check_in.key_result = key_result;
    check_in.effective_on = today();
    app->context().database.write(
        account, [&](store::Session& session) { store::insert(session, check_in); });
    return check_in.id;
  }

  /// One of each, in an account.
  Samples samples_of(const Id& account) {
    Samples out;
    out.of<Teammate>() = {jonas.id};
    out.of<User>() = {head.id};
    out.of<Site>() = made<Site>(account, R"({"name":"Oelde"})");
    out.of<ProductArea>() = made<ProductArea>(account, R"({"name":"Antriebe"})");
    out.of<Contact>() = made<Contact>(account, R"({"name":"Raabe"})");
    out.of<Kpi>() = made<Kpi>(account, R"({"name":"Liefertreue"})");
    out.of<LongTermGoal>() =
        made<LongTermGoal>(account, R"({"title":"Ausschreibung","due":")" + date(700) + "\"}");
    out.of<Cycle>() = made<Cycle>(account, R"({"name":"Z","startsOn":")" + date(start_) +
                                               R"(","endsOn":")" + date(start_ + 80) + "\"}");
    start_ += 100;
    out.of<Objective>() = made<Objective>(out.of<Cycle>(), R"({"title":"O"})");
    out.of<KeyResult>() = made<KeyResult>(out.of<Objective>(),
                                          R"({"title":"KR","kind":"metric","start":0,"target":1})");
    out.of<CheckIn>() = stored_check_in(account, out.of<KeyResult>());
    out.of<Signal>() = made<Signal>(account, R"({"title":"S"})");
    out.of<Meeting>() =
        made<Meeting>(account, R"({"kind":"cycle","plannedAt":"2026-11-24T09:00:00.000Z"})");
    out.of<MarketSignal>() =
        command::create_for_organisation<MarketSignal>(app->context(), caller(),
                                                       fields<MarketSignal>(R"({"title":"M"})"), {})
            .id;
    return out;
  }
  template <class T>
  void archive(Samples& samples) {
    const auto id = samples.of<T>();
    const auto version = access::get<T>(app->context(), caller(), id).version;
    command::archive<T>(app->context(), caller(), id, version, "weg");
  }

  /// Tries each reference of T with what it must not stand for.
  template <class T>
  void try_all(const Id& parent, const std::string& body, Samples& own, Samples& foreign,
               Samples& archived) {
    auto good = fields<T>(body);
    fill(good, own);
    good.id = {};
    if constexpr (requires { good.created_by; }) good.created_by = {katrin.id};
    std::vector<std::string> pointers;
    auto note = [&](const auto&, const std::string& pointer) { pointers.push_back(pointer); };
    command::each_reference(good, "", note);
    ASSERT_FALSE(pointers.empty()) << T::kTerm;
    const auto codes = [&](const T& entity) {
      std::vector<std::string> out;
      try {
        command::create<T>(app->context(), caller(), parent, entity, {}, "");
      } catch (const Problem& problem) {
        for (const auto& field : problem.fields)
          if (field.code.starts_with("unknown_") || field.code == "not_on_team")
            out.push_back(field.pointer);
        if (problem.fields.empty()) out.push_back(problem.code);
      }
      return out;
    };
    EXPECT_TRUE(codes(good).empty()) << T::kTerm << " with references that are all good";
    Samples unknown;
    for (const auto& [term, id] : own.ids) unknown.ids[term] = access::new_id(app->context().now());
    for (auto* wrong : {&foreign, &unknown, &archived})
      for (const auto& pointer : pointers) {
        auto bad = good;
        bool replaced = false;
        auto replace = [&](auto& reference, const std::string& at) {
          using Target = typename std::remove_cvref_t<decltype(reference)>::Target;
          // What belongs to the organisation belongs to all accounts.
          constexpr bool shared = std::same_as<Target, User> || std::same_as<Target, MarketSignal>;
          if (at != pointer || (shared && wrong == &foreign)) return;
          using Declared = std::remove_cvref_t<decltype(reference)>;
          reference = Declared(wrong->template of<Target>());
          replaced = true;
        };
        command::each_reference(bad, "", replace);
        if (!replaced) continue;
        ++tried_;
        EXPECT_EQ(std::vector<std::string>{pointer}, codes(bad))
            << T::kTerm
            << (wrong == &foreign    ? " of another account"
                : wrong == &archived ? " that is archived"
                                     : " that nobody knows");
      }
  }

  int start_ = 10;
  int tried_ = 0;
};

TEST_P(ReferencesOfEntities, AreOfTheAccountKnownAndPresentOrRefusedByName) {
  const Id account_id{account()};
  auto own = samples_of(account_id);
  auto archived = samples_of(account_id);
  const auto left = add_user("Weg", "member");
  const auto stranger = add_user("Fremd", "member");
  const auto member = made<TeamMember>(account_id, R"({"user":")" + left.id + "\"}");
  command::archive<TeamMember>(app->context(), caller(), member, 1, "");
  archived.of<Teammate>() = {left.id};
  browser(admin).remove("/api/v1/users/" + left.id, "1");
  archived.of<User>() = {left.id};
  archive<KeyResult>(archived);
  archive<Objective>(archived);
  archive<Cycle>(archived);
  archive<Site>(archived);
  archive<ProductArea>(archived);
  archive<Contact>(archived);
  archive<Kpi>(archived);
  archive<LongTermGoal>(archived);
  archive<Signal>(archived);
  archive<Meeting>(archived);
  const Id other{account()};
  auto foreign = samples_of(other);
  foreign.of<Teammate>() = {stranger.id};
  {
    auto utes = caller();
    utes.user = {head.id};
    utes.role = OrganisationRole::head;
    command::archive<MarketSignal>(app->context(), utes, archived.of<MarketSignal>(), 1, "");
  }

  const auto tries = [&]<class T>(std::type_identity<T>, const Id& parent,
                                  const std::string& body) {
    try_all<T>(parent, body, own, foreign, archived);
  };
  tries(std::type_identity<Action>{}, account_id, R"({"title":"A"})");
  tries(std::type_identity<ApiToken>{}, account_id, R"({"name":"ERP"})");
  tries(std::type_identity<Contact>{}, account_id, R"({"name":"C"})");
  tries(std::type_identity<LongTermGoal>{}, account_id,
        R"({"title":"MOAL","due":")" + date(300) + "\"}");
  tries(std::type_identity<Milestone>{}, own.of<LongTermGoal>(),
        R"({"title":"M","due":")" + date(300) + "\"}");
  tries(std::type_identity<Objective>{}, own.of<Cycle>(), R"({"title":"O"})");
  tries(std::type_identity<KeyResult>{}, own.of<Objective>(),
        R"({"title":"KR","kind":"metric","start":0,"target":1})");
  tries(std::type_identity<SiteTarget>{}, own.of<KeyResult>(), "{}");
  tries(std::type_identity<Signal>{}, account_id, R"({"title":"S"})");
  tries(std::type_identity<OpenQuestion>{}, account_id, R"({"text":"W"})");
  tries(std::type_identity<Meeting>{}, account_id,
        R"({"kind":"flash","plannedAt":"2026-11-24T09:00:00.000Z"})");
  tries(std::type_identity<SupplyRecord>{}, account_id,
        R"({"startsOn":")" + date(-90) + R"(","demand":10,"volume":1})");
  tries(std::type_identity<TeamMember>{}, account_id, "{}");
  tries(std::type_identity<Testimonial>{}, account_id, R"({"text":"gut"})");
  const auto testimonial = made<Testimonial>(account_id, R"({"text":"gut","released":true})");
  tries(std::type_identity<TestimonialUse>{}, testimonial, R"({"usedOn":")" + date(-1) + "\"}");
  EXPECT_LE(70, tried_);
}

class ArchivedTargets : public OnBothDatabases {
 protected:
  void SetUp() override { made = plan(); }
  std::string create(const std::string& path, const std::string& body) {
    const auto answer = browser(katrin).post("/api/v1/" + path, body);
    EXPECT_EQ(201, answer.status) << answer.text;
    return answer.body.is_object() ? answer.id() : "";
  }
  Plan made;
};

TEST_P(ArchivedTargets, DoNotKeepTheirHoldersFromBeingChangedOrArchived) {
  auto katrins = browser(katrin);
  const auto account = "accounts/" + made.account;
  const auto site = create(account + "/sites", R"({"name":"Oelde"})");
  const auto contact = create(account + "/contacts", R"({"name":"Raabe","site":")" + site + "\"}");
  const auto action =
      create(account + "/actions", R"({"title":"Anrufen","keyResult":")" + made.key_result + "\"}");
  const auto signal = create(account + "/signals", R"({"title":"S"})");
  const auto into = create(account + "/signals", R"({"title":"S2"})");
  const auto meeting =
      create(account + "/meetings", R"({"kind":"flash","plannedAt":"2026-11-24T09:00:00.000Z",)"
                                    R"("signal":")" +
                                        signal + "\"}");
  ASSERT_EQ(200, katrins.remove("/api/v1/sites/" + site, "1").status);
  ASSERT_EQ(200,
            katrins.remove("/api/v1/key-results/" + made.key_result + "?reason=x", "1").status);
  ASSERT_EQ(
      200,
      katrins.post("/api/v1/signals/" + signal + "/merge", R"({"into":")" + into + "\"}").status);
  EXPECT_EQ(200,
            katrins.patch("/api/v1/contacts/" + contact, R"({"name":"Dr. Raabe"})", "1").status);
  EXPECT_EQ(200, katrins.remove("/api/v1/contacts/" + contact, "2").status);
  EXPECT_EQ(
      200,
      katrins.patch("/api/v1/actions/" + action, R"({"doneOn":")" + date(0) + "\"}", "1").status);
  EXPECT_EQ(
      200, katrins.post("/api/v1/meetings/" + meeting + "/steer", R"({"command":"start"})").status);
  EXPECT_EQ(
      200, katrins.post("/api/v1/meetings/" + meeting + "/steer", R"({"command":"close"})").status);
}

TEST_P(ArchivedTargets, WhoeverLeavesAnswersForNothingAnyMore) {
  auto katrins = browser(katrin);
  const auto account = "accounts/" + made.account;
  const auto of_jonas = R"("assignee":")" + jonas.id + "\"";
  const auto open = create(account + "/actions", R"({"title":"offen",)" + of_jonas + "}");
  const auto done = create(account + "/actions",
                           R"({"title":"getan",)" + of_jonas + R"(,"doneOn":")" + date(-1) + "\"}");
  const auto objective = "/api/v1/objectives/" + made.objective;
  ASSERT_EQ(
      200,
      katrins.patch(objective, R"({"owner":")" + jonas.id + "\"}", katrins.get(objective).version())
          .status);
  const auto team = katrins.get("/api/v1/" + account + "/team-members").body;
  for (const auto& member : team.as_array())
    if (member.at("user").as_string() == jonas.id) {
      ASSERT_EQ(
          200,
          katrins.remove("/api/v1/team-members/" + std::string(member.at("id").as_string()), "1")
              .status);
    }
  EXPECT_TRUE(katrins.get("/api/v1/actions/" + open).body.at("assignee").is_null());
  EXPECT_TRUE(katrins.get(objective).body.at("owner").is_null());
  EXPECT_EQ(jonas.id, katrins.get("/api/v1/actions/" + done).body.at("assignee").as_string());
  EXPECT_TRUE(app->context().database.read(store::verify_chains).empty());
}

TEST_P(ArchivedTargets, LastOneInvitedStaysSoThatNotEverybodyIs) {
  auto katrins = browser(katrin);
  const auto account = "accounts/" + made.account;
  const auto meeting = [&](const std::string& invitees) {
    return create(
        account + "/meetings",
        R"({"kind":"cycle","plannedAt":"2026-12-24T09:00:00.000Z","invitees":[)" + invitees + "]}");
  };
  const auto only = meeting("\"" + jonas.id + "\"");
  const auto both = meeting("\"" + jonas.id + "\",\"" + katrin.id + "\"");
  const auto team = katrins.get("/api/v1/" + account + "/team-members").body;
  for (const auto& member : team.as_array())
    if (member.at("user").as_string() == jonas.id) {
      const auto path = "/api/v1/team-members/" + std::string(member.at("id").as_string());
      ASSERT_EQ(200, katrins.remove(path, "1").status);
      ASSERT_EQ(200, browser(admin).remove("/api/v1/users/" + jonas.id, "1").status);
      EXPECT_EQ(422, katrins.restore(path, "2").status) << "their user is archived";
    }
  EXPECT_EQ(1u, katrins.get("/api/v1/meetings/" + only).body.at("invitees").as_array().size());
  EXPECT_EQ(
      katrin.id,
      katrins.get("/api/v1/meetings/" + both).body.at("invitees").as_array().at(0).as_string());
}

TEST_P(ArchivedTargets, WhatAnActiveKeyResultFollowsCannotBeArchived) {
  auto katrins = browser(katrin);
  const auto kpi = create("accounts/" + made.account + "/kpis", R"({"name":"Liefertreue"})");
  const auto key_result = create("objectives/" + made.objective + "/key-results",
                                 R"({"title":"KR","kind":"metric","start":0,"target":1,)"
                                 R"("follows":"kpi","reason":"x","kpi":")" +
                                     kpi + "\"}");
  EXPECT_EQ("followed", katrins.remove("/api/v1/kpis/" + kpi, "1").code());
  ASSERT_EQ(
      200,
      katrins.patch("/api/v1/key-results/" + key_result, R"({"state":"dropped","reason":"x"})", "1")
          .status);
  EXPECT_EQ(200, katrins.remove("/api/v1/kpis/" + kpi, "1").status);
  // And it can't be taken up again to follow what is gone.
  const auto again =
      katrins.patch("/api/v1/key-results/" + key_result, R"({"state":"active","reason":"x"})", "2");
  EXPECT_EQ(422, again.status) << again.text;
  EXPECT_EQ("/kpi", again.body.at("errors").at(0).at("pointer").as_string());
}

TEST_P(ArchivedTargets, NextCycleIsMadeWithoutWhatIsGone) {
  auto katrins = browser(katrin);
  const auto account = "accounts/" + made.account;
  const auto area = create(account + "/product-areas", R"({"name":"Antriebe"})");
  const auto objective = "/api/v1/objectives/" + made.objective;
  ASSERT_EQ(200, katrins
                     .patch(objective,
                            R"({"reason":"x","owner":")" + jonas.id +
                                R"(","outcomeKind":"supply","outcome":"Anteil",)"
                                R"("outcomeTarget":50,"outcomeAreas":[")" +
                                area + "\"]}",
                            katrins.get(objective).version())
                     .status);
  const auto cycle = "/api/v1/cycles/" + made.cycle;
  const auto step = [&](const std::string& state) {
    return katrins.patch(cycle, R"({"state":")" + state + "\"}", katrins.get(cycle).version())
        .status;
  };
  ASSERT_EQ(200, step("review"));
  create("objectives/" + made.objective + "/reviews",
         R"({"decision":"continue","notJudged":true,"carried":[")" + made.key_result + "\"]}");
  ASSERT_EQ(200, step("closed"));
  ASSERT_EQ(200, katrins.remove("/api/v1/product-areas/" + area, "1").status);
  const auto team = katrins.get("/api/v1/" + account + "/team-members").body;
  for (const auto& member : team.as_array())
    if (member.at("user").as_string() == jonas.id) {
      ASSERT_EQ(
          200,
          katrins.remove("/api/v1/team-members/" + std::string(member.at("id").as_string()), "1")
              .status);
    }
  const auto next =
      katrins.post("/api/v1/" + account + "/next-cycle", R"({"name":"n","startsOn":")" + date(130) +
                                                             R"(","endsOn":")" + date(220) + "\"}");
  ASSERT_EQ(201, next.status) << next.text;
  std::map<std::string, std::string> left;
  for (const auto& one : next.body.at("leftOpen").as_array()) {
    left.emplace(one.at("pointer").as_string(), one.at("why").as_string());
    ASSERT_EQ(1u, one.at("names").as_array().size());
    EXPECT_EQ(one.at("pointer").as_string() == "/owner" ? "Jonas Albers" : "Antriebe",
              std::string(one.at("names").at(0).as_string()));
  }
  EXPECT_EQ(
      (std::map<std::string, std::string>{{"/owner", "left_team"}, {"/outcomeAreas", "archived"}}),
      left);
  const std::string planned(next.body.at("cycle").at("id").as_string());
  const auto page = katrins.get("/api/v1/cycles/" + planned + "/plan").body;
  const auto& carried = page.at("objectives").at(0).at("objective");
  EXPECT_TRUE(carried.at("owner").is_null());
  EXPECT_TRUE(carried.at("outcomeAreas").as_array().empty());
  EXPECT_EQ("none", carried.at("outcomeKind").as_string());
  EXPECT_EQ("", carried.at("outcome").as_string());
  EXPECT_TRUE(carried.at("outcomeTarget").is_null());
  EXPECT_TRUE(page.at("objectives").at(0).at("outcome").at("target").is_null());
  // The closed cycle still says whose it was.
  EXPECT_EQ(jonas.id, katrins.get(objective).body.at("owner").as_string());
}

template <class T>
void list_references(std::set<std::string>& out) {
  T entity{};
  Samples any;
  fill(entity, any);
  auto note = [&](const auto& reference, const std::string& pointer) {
    using Declared = std::remove_cvref_t<decltype(reference)>;
    static constexpr const char* kWords[] = {"keep", "clear", "refuse"};
    std::string field;
    for (std::size_t i = 1; i < pointer.size(); ++i) {
      const char c = pointer[i];
      if (c == '/')
        field += '.';
      else if (std::isupper(static_cast<unsigned char>(c)))
        field += std::string("_") + static_cast<char>(std::tolower(c));
      else
        field += c;
    }
    for (auto at = field.find(".0"); at != field.npos; at = field.find(".0")) field.erase(at, 2);
    out.insert("| " + std::string(T::kTerm) + "." + field + " | " +
               std::string(Declared::Target::kTerm) + " | " +
               kWords[static_cast<int>(Declared::kOnArchive)] + " |");
  };
  command::each_reference(entity, "", note);
}

TEST(DeclaredReferences, StandInTheDomainPaper) {
  std::set<std::string> declared;
  boost::mp11::mp_for_each<domain::Entities>(
      [&](auto entity) { list_references<decltype(entity)>(declared); });
  std::ifstream paper(TAKT_SOURCE "/docs/domain.md");
  std::set<std::string> listed;
  bool inside = false;
  for (std::string line; std::getline(paper, line);) {
    if (line.starts_with("## ")) inside = line.ends_with("References");
    if (inside && line.starts_with("| ") && line.find('.') != line.npos) listed.insert(line);
  }
  EXPECT_EQ(declared, listed);
}

TAKT_ON_BOTH_DATABASES(ReferencesOfEntities);
TAKT_ON_BOTH_DATABASES(ArchivedTargets);

}  // namespace
}  // namespace takt::tests
