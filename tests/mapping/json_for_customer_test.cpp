// What a customer must never see: asked of every entity, and of every page, all of whose texts say
// where they come from.

#include "mapping/json_for_customer.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "domain/every_entity.hpp"
#include "page/activity.hpp"
#include "page/agility.hpp"
#include "page/buying_centre.hpp"
#include "page/children.hpp"
#include "page/cockpit.hpp"
#include "page/cycle_plan.hpp"
#include "page/effect.hpp"
#include "page/key_result.hpp"
#include "page/long_term.hpp"
#include "page/meeting_room.hpp"
#include "page/meetings.hpp"
#include "page/portfolio.hpp"
#include "page/questions.hpp"
#include "page/review.hpp"
#include "page/signal_board.hpp"
#include "page/supply.hpp"

namespace takt::mapping {
namespace {

using namespace domain;

using Names = std::set<std::string>;

/// Fills a value to its depth, each text and id with a marker that names its entity and member, and
/// so that the customer may see it if they may see any of its kind.
template <class V>
void mark(V& value, const std::string& name) {
  if constexpr (is_optional<V>) {
    mark(value.emplace(), name);
  } else if constexpr (is_vector<V>) {
    value.clear();
    mark(value.emplace_back(), name);
  } else if constexpr (std::is_base_of_v<std::string, V>) {
    static_cast<std::string&>(value) = "<" + name + ">";
  } else if constexpr (is_id<V>) {
    value.text = "<" + name + ">";
  } else if constexpr (std::is_same_v<V, RawJson>) {
    value.text = "\"<" + name + ">\"";
  } else if constexpr (Struct<V>) {
    std::string holder = "other";
    if constexpr (requires { V::kTerm; }) holder = V::kTerm;
    for_each_member<V>([&](std::string_view member, auto pointer) {
      if (member != "archived_at") mark(value.*pointer, holder + '.' + std::string(member));
    });
    if constexpr (std::same_as<V, Objective>) value.state = ObjectiveState::active;
    if constexpr (std::same_as<V, Testimonial>) value.released = true;
  }
}

template <class V>
V marked() {
  V out{};
  mark(out, "other");
  return out;
}

Names markers(const std::string& json) {
  static const std::regex marker("<([a-z_.]+)>");
  Names out;
  for (std::sregex_iterator at(json.begin(), json.end(), marker), end; at != end; ++at)
    out.insert((*at)[1]);
  return out;
}

/// The members of T that the customer may see, in the order of T.
template <class T>
std::vector<std::string> shown_members() {
  std::vector<std::string> out;
  for_each_member<T>([&](std::string_view name, auto member) {
    if (shows<T>(member)) out.emplace_back(name);
  });
  return out;
}

template <class F>
void for_each_entity(F f) {
  boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, domain::Entities>>(
      [&]<class T>(std::type_identity<T> type) { f(type); });
}

/// The markers of all that is shown.
Names allowed() {
  Names out;
  for_each_entity([&]<class T>(std::type_identity<T>) {
    for (const auto& member : shown_members<T>()) out.insert(std::string(T::kTerm) + '.' + member);
  });
  return out;
}

TEST(ForCustomer, EveryEntityIsInTheListOfThem) {
  Names declared;
  const std::regex term(R"re(kTerm = "([a-z_]+)",\s+kCollection)re");
  for (const auto& file : std::filesystem::directory_iterator(TAKT_SOURCE "/src/domain")) {
    std::ifstream in(file.path());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    for (std::sregex_iterator at(text.begin(), text.end(), term), end; at != end; ++at)
      declared.insert((*at)[1]);
  }
  Names listed;
  for_each_entity([&]<class T>(std::type_identity<T>) { listed.emplace(T::kTerm); });
  EXPECT_EQ(declared, listed);
}

TEST(ForCustomer, SomebodyDecidedForEveryEntity) {
  for_each_entity([]<class T>(std::type_identity<T>) {
    EXPECT_TRUE(is_decided<T>) << T::kTerm << ": see domain/for_customer.hpp";
  });
}

TEST(ForCustomer, DecisionsNameMembersOfTheirOwnEntity) {
  for_each_entity([]<class T>(std::type_identity<T>) {
    if constexpr (is_decided<T>) {
      constexpr auto kNamed =
          std::tuple_size_v<std::remove_cv_t<decltype(domain::kForCustomer<T>)>>;
      EXPECT_EQ(kNamed, shown_members<T>().size()) << T::kTerm;
    }
  });
}

/// T of T, of an optional T, of a list of T.
template <class T>
struct Single {
  using Type = T;
};
template <class T>
requires(is_optional<T> || is_vector<T>) struct Single<T> : Single<typename T::value_type> {
};

TEST(ForCustomer, WhatAShownReferenceStandsForIsShownWithItsId) {
  int references = 0;
  for_each_entity([&]<class T>(std::type_identity<T>) {
    for_each_member<T>([&](std::string_view name, auto member) {
      using Member =
          typename Single<std::remove_cvref_t<decltype(std::declval<T&>().*member)>>::Type;
      if constexpr (requires { typename Member::Target; }) {
        if (!shows<T>(member)) return;
        ++references;
        if constexpr (requires { &Member::Target::id; }) {
          EXPECT_TRUE(shows<typename Member::Target>(&Member::Target::id))
              << T::kTerm << '.' << name;
        } else {
          ADD_FAILURE() << T::kTerm << '.' << name << " stands for somebody of the team";
        }
      }
    });
  });
  EXPECT_LT(0, references);
}

TEST(ForCustomer, EntityShowsExactlyWhatIsAllowed) {
  for_each_entity([]<class T>(std::type_identity<T>) {
    const auto entity = marked<T>();
    const auto json = to_json_for_customer(entity);
    const auto members = shown_members<T>();
    if (members.empty()) {
      EXPECT_EQ("null", json) << T::kTerm;
      return;
    }
    Names expected;
    const auto all = markers(to_json(entity));
    for (const auto& member : members) {
      const auto marker = std::string(T::kTerm) + '.' + member;
      if (all.contains(marker)) expected.insert(marker);
    }
    EXPECT_LT(expected.size(), all.size()) << T::kTerm;
    EXPECT_EQ(expected, markers(json)) << T::kTerm;
    std::vector<std::string> keys;
    const auto object = boost::json::parse(json);
    for (const auto& entry : object.as_object()) keys.emplace_back(entry.key());
    std::vector<std::string> wanted;
    for (const auto& member : members) wanted.push_back(json_name(member));
    EXPECT_EQ(wanted, keys) << T::kTerm;
  });
}

TEST(ForCustomer, NoPageShowsMoreThanItsEntitiesMay) {
  using Pages =
      boost::mp11::mp_list<page::ActivityPage, page::AgilityPage, page::BuyingCentrePage,
                           page::ChildrenPage, page::Cockpit, page::EffectPage, page::KeyResultPage,
                           page::LongTermPage, page::MeetingsPage, page::PlanPage,
                           page::PortfolioPage, page::QuestionsPage, page::ReviewPage,
                           page::RoomView, page::SignalBoard, figure::SupplyPage>;
  const auto may = allowed();
  boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Pages>>(
      [&]<class Page>(std::type_identity<Page>) {
        const auto page = marked<Page>();
        const auto json = to_json_for_customer(page);
        for (const auto& marker : markers(json))
          EXPECT_TRUE(may.contains(marker)) << typeid(Page).name() << ": " << marker;
        for (const std::string word :
             {"attitude", "competitor", "confidence", "uestion", "ignal", "minutes", "note", "rest",
              "forecast", "health", "progress", "share", "volume", "demand", "contact"})
          EXPECT_EQ(json.npos, json.find(word)) << typeid(Page).name() << ": " << json;
      });
}

TEST(ForCustomer, CockpitKeepsWhatIsAllowedInItsPlace) {
  const auto cockpit = marked<page::Cockpit>();
  const auto all = to_json(cockpit);
  for (const std::string hidden : {"account.purchasing_strategy", "vision.text", "signal.title",
                                   "key_result.title", "meeting.minutes", "other.competitor"})
    EXPECT_TRUE(markers(all).contains(hidden)) << hidden << " is there to be hidden";
  EXPECT_EQ(
      R"({"account":{"name":"<account.name>","industry":"<account.industry>"},)"
      R"("cycles":[{"cycle":{"name":"<cycle.name>","startsOn":"1970-01-01","endsOn":"1970-01-01"}}],)"
      R"("objectives":[{"objective":{"title":"<objective.title>",)"
      R"("customerGoal":"<objective.customer_goal>","state":"active"}}],)"
      R"("sites":[{"id":"<site.id>","name":"<site.name>","city":"<site.city>",)"
      R"("country":"<site.country>","kind":"plant"}],)"
      R"("productAreas":[{"name":"<product_area.name>"}]})",
      to_json_for_customer(cockpit));
}

TEST(ForCustomer, WhatWasDeletedIsNotShown) {
  for_each_entity([]<class T>(std::type_identity<T>) {
    auto entity = marked<T>();
    entity.archived_at = Instant{};
    EXPECT_EQ("null", to_json_for_customer(entity)) << T::kTerm;
  });
}

TEST(ForCustomer, ObjectiveIsShownOnceAgreedAndUnlessGivenUp) {
  auto objective = marked<Objective>();
  for (const auto state : {ObjectiveState::draft, ObjectiveState::dropped}) {
    objective.state = state;
    EXPECT_EQ("null", to_json_for_customer(objective)) << enum_text(state);
  }
  for (const auto state : {ObjectiveState::active, ObjectiveState::achieved, ObjectiveState::partly,
                           ObjectiveState::missed, ObjectiveState::not_judged}) {
    objective.state = state;
    EXPECT_NE("null", to_json_for_customer(objective)) << enum_text(state);
  }
}

TEST(ForCustomer, TestimonialIsShownOnceItIsReleased) {
  auto testimonial = marked<Testimonial>();
  EXPECT_EQ(R"({"text":"<testimonial.text>","site":"<testimonial.site>"})",
            to_json_for_customer(testimonial));
  testimonial.released = false;
  EXPECT_EQ("null", to_json_for_customer(testimonial));
}

TEST(ForCustomer, MeetingsAreOursAndNotShown) {
  for (const auto kind : {MeetingKind::cycle, MeetingKind::check_in, MeetingKind::flash}) {
    auto meeting = marked<Meeting>();
    meeting.kind = kind;
    EXPECT_EQ("null", to_json_for_customer(meeting));
    auto room = marked<page::RoomView>();
    room.meeting.kind = kind;
    EXPECT_EQ((Names{"account.name", "account.industry"}), markers(to_json_for_customer(room)));
  }
}

TEST(ForCustomer, WhatIsAboutSomethingHeldBackGoesWithIt) {
  auto view = marked<figure::ObjectiveView>();
  EXPECT_NE("null", to_json_for_customer(view));
  view.objective.state = ObjectiveState::draft;
  EXPECT_EQ("null", to_json_for_customer(view));
}

TEST(ForCustomer, HiddenEntityWithinAShownOneIsLeftOut) {
  const auto view = marked<figure::ObjectiveView>();
  ASSERT_TRUE(markers(to_json(view)).contains("key_result.title"));
  const auto json = to_json_for_customer(view);
  EXPECT_EQ((Names{"objective.title", "objective.customer_goal"}), markers(json));
  EXPECT_EQ(json.npos, json.find("keyResults")) << "nor does a key tell that there is one";
}

TEST(ForCustomer, ListHasNoGapWhereOneIsHeldBack) {
  std::vector<figure::ObjectiveView> views(4, marked<figure::ObjectiveView>());
  views[0].objective.state = ObjectiveState::draft;
  views[2].objective.state = ObjectiveState::dropped;
  views[1].objective.title = Title("a");
  views[3].objective.title = Title("b");
  const std::string rest = R"(","customerGoal":"<objective.customer_goal>","state":"active"}})";
  EXPECT_EQ(R"([{"objective":{"title":"a)" + rest + R"(,{"objective":{"title":"b)" + rest + "]",
            to_json_for_customer(views));
  views.resize(1);
  EXPECT_EQ("[]", to_json_for_customer(views));
}

/// An entity that somebody declares one day, and a page that has it.
struct Novelty : Record {
  static constexpr std::string_view kTerm = "novelty";
  Name name;
  Site site;
};
BOOST_DESCRIBE_STRUCT(Novelty, (Record), (name, site))
struct NoveltyView {
  Novelty novelty;
  std::optional<Site> site;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(NoveltyView, (), (novelty, site, text))

TEST(ForCustomer, WhatIsDeclaredLaterIsHiddenUntilSomebodyDecides) {
  EXPECT_EQ("null", to_json_for_customer(marked<Novelty>()));
  auto view = marked<NoveltyView>();
  EXPECT_EQ((Names{"site.id", "site.name", "site.city", "site.country"}),
            markers(to_json_for_customer(view)));
  view.site.reset();
  EXPECT_EQ("null", to_json_for_customer(view));
}

TEST(ForCustomer, DecisionsStandInTheDomainPaper) {
  Names declared;
  for_each_entity([&]<class T>(std::type_identity<T>) {
    std::string members;
    for (const auto& member : shown_members<T>()) members += (members.empty() ? "" : ", ") + member;
    declared.insert("| " + std::string(T::kTerm) + " | " + (members.empty() ? "–" : members) +
                    " | ");
  });
  std::ifstream paper(TAKT_SOURCE "/docs/domain.md");
  Names listed;
  bool inside = false;
  for (std::string line; std::getline(paper, line);) {
    if (line.starts_with("## ")) inside = line.ends_with("For the customer");
    if (!inside || !line.starts_with("| ") || line.starts_with("| --- ")) continue;
    if (line.starts_with("| entity ")) continue;
    listed.insert(line.substr(0, line.find(" | ", line.find(" | ") + 3) + 3));
  }
  EXPECT_EQ(declared, listed);
}

}  // namespace
}  // namespace takt::mapping
