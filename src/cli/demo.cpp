#include "cli/demo.hpp"

#include <map>

#include "access/caller.hpp"
#include "access/context.hpp"
#include "access/get.hpp"
#include "command/account.hpp"
#include "command/entity.hpp"
#include "command/meeting.hpp"
#include "command/user.hpp"
#include "command/visit.hpp"
#include "domain/account.hpp"
#include "domain/action.hpp"
#include "domain/assumption.hpp"
#include "domain/check_in.hpp"
#include "domain/contact.hpp"
#include "domain/cycle.hpp"
#include "domain/goal.hpp"
#include "domain/key_result.hpp"
#include "domain/kpi.hpp"
#include "domain/meeting.hpp"
#include "domain/objective.hpp"
#include "domain/open_question.hpp"
#include "domain/organisation.hpp"
#include "domain/outcome.hpp"
#include "domain/product_area.hpp"
#include "domain/review.hpp"
#include "domain/signal.hpp"
#include "domain/site.hpp"
#include "domain/supply.hpp"
#include "domain/team_member.hpp"
#include "domain/testimonial.hpp"
#include "domain/user.hpp"
#include "store/migrations.hpp"
#include "store/user_store.hpp"
#include "store/zone.hpp"

namespace takt::cli {

/// demo/story.json, put in by the build.
std::string_view demo_story();

namespace {

using namespace domain;
namespace json = boost::json;

/// Nobody meets on a weekend: the day itself, or the Monday after it.
Date working_day(Date day) {
  const std::chrono::weekday weekday{day.days};
  if (weekday == std::chrono::Saturday) return plus_days(day, 2);
  return weekday == std::chrono::Sunday ? plus_days(day, 1) : day;
}

/// Tells the story through the same commands that people use, each at its moment and by its person.
class Teller {
 public:
  /// The clock that it moves is its own: other threads read the program's.
  Teller(store::Database& database, Instant now, Language language)
      : context_{database, [now] { return now; }},
        language_(language),
        today_(store::day_in(kZone, now)) {}

  static constexpr std::string_view kZone = "Europe/Berlin";

  void tell(const json::object& story) {
    add_people(story);
    for (const auto& account : story.at("accounts").as_array()) add_account(account.as_object());
    for (const auto& entry : story.at("entries").as_array()) tell_entry(entry.as_object());
  }

 private:
  /// Texts in the chosen language, days as dates, `@key` as the id of what has that key.
  json::value resolved(const json::value& value, std::string_view name = {}) const {
    if (const auto* text = value.if_string(); text && text->starts_with("@"))
      return json::value(ids_.at(std::string(text->c_str() + 1)).text);
    static constexpr std::string_view kDates[] = {
        "due",        "doneOn",          "startsOn", "endsOn",
        "since",      "lastContact",     "usedOn",   "effectiveOn",
        "receivedOn", "firstCycleStart", "on",       "observedOn",
        "actBy",      "watchUntil",      "askedOn",  "askBy"};
    if (value.is_int64() && std::ranges::find(kDates, name) != std::end(kDates))
      return json::value(to_string(plus_days(today_, static_cast<int>(value.as_int64()))));
    // Meetings begin at ten in the morning, in winter in Germany.
    if (value.is_int64() && name == "plannedAt")
      return json::value(to_string(
          Instant{working_day(plus_days(today_, static_cast<int>(value.as_int64()))).days +
                  std::chrono::hours{9}}));
    if (const auto* array = value.if_array()) {
      json::array out;
      for (const auto& item : *array) out.push_back(resolved(item));
      return out;
    }
    const auto* object = value.if_object();
    if (!object) return value;
    if (object->contains("de")) return object->at(mapping::enum_text(language_));
    json::object out;
    for (const auto& entry : *object) out[entry.key()] = resolved(entry.value(), entry.key());
    return out;
  }

  template <class T>
  T fields(const json::value& set, T entity = {}) const {
    mapping::Errors errors;
    mapping::read_object<T, mapping::OwnMembers>(resolved(set), entity, "", errors,
                                                 mapping::Missing::keep);
    if (!errors.empty()) throw Problem::invalid(errors);
    return entity;
  }

  void add_people(const json::object& story) {
    context_.database.write(store::organisation_ledger(), [&](store::Session& session) {
      Organisation own;
      own.id = own.account = store::organisation_ledger();
      own.created_at = context_.now();
      own.name = std::string(story.at("organisation").as_string());
      own.time_zone = Word(kZone);
      store::insert(session, own);
      int position = 0;
      for (const auto& person : story.at("users").as_array()) {
        auto set = person.as_object();
        const std::string key(set.at("key").as_string());
        set.erase("key");
        const int here = static_cast<int>(set.at("here").as_int64());
        set.erase("here");
        auto user = fields<User>(set);
        user.language = language_;
        user.position = ++position;
        const auto made = command::add_user(context_, session, {}, user);
        store::put_here(session, made.id, plus_days(today_, here));
        ids_[key] = made.id;
        people_[key] = {made.id, made.name, made.role, ""};
      }
    });
  }

  /// Sets the clock to the entry's day, in office hours; entries of a day follow each other.
  const access::Caller& at_moment_of(const json::object& entry) {
    auto day = plus_days(today_, static_cast<int>(entry.at("at").as_int64()));
    // A meeting is held on the day that it is planned for; what follows it is not told as earlier.
    if (entry.contains("steer")) met_ = day = working_day(day);
    day = std::max(day, met_);
    moment_ += std::chrono::seconds{1};
    const Instant now{day.days + std::chrono::hours{8} + moment_};
    context_.now = [now] { return now; };
    return people_.at(std::string(entry.at("by").as_string()));
  }

  void add_account(const json::object& entry) {
    const auto& caller = at_moment_of(entry);
    const auto account =
        command::create_account(context_, caller, fields<Account>(entry.at("set")), {},
                                ids_.at(std::string(entry.at("manager").as_string())));
    ids_[std::string(entry.at("key").as_string())] = account.id;
  }

  void tell_entry(const json::object& entry) {
    if (entry.contains("supply")) return tell_supply(entry);
    const auto& caller = at_moment_of(entry);
    if (entry.contains("market")) {
      const auto made = command::create_for_organisation(context_, caller,
                                                         fields<MarketSignal>(entry.at("set")), {});
      ids_[std::string(entry.at("market").as_string())] = made.id;
      return;
    }
    if (entry.contains("steer")) {
      const auto meeting = ids_.at(std::string(entry.at("meeting").as_string()));
      Steering steering;
      steering.command = mapping::enum_of<SteerCommand>(entry.at("steer").as_string());
      command::steer(context_, caller, meeting, steering);
      command::attend(context_, caller, meeting);
      return;
    }
    if (entry.contains("visit")) {
      command::visit(context_, caller, ids_.at(std::string(entry.at("visit").as_string())));
      return;
    }
    const bool changes = entry.contains("change");
    const auto term = entry.at(changes ? "term" : "create").as_string();
    const auto reason = entry.contains("reason") ? resolved(entry.at("reason")) : json::value("");
    boost::mp11::mp_for_each<Terms>([&](auto type) {
      using T = typename decltype(type)::type;
      if (T::kTerm != std::string_view(term)) return;
      const auto& set = entry.at("set");
      if (changes) {
        const auto id = ids_.at(std::string(entry.at("change").as_string()));
        const auto before = access::get<T>(context_, caller, id);
        command::change<T>(
            context_, caller, id, before.version,
            [&](T& entity) { entity = fields<T>(set, entity); }, std::string(reason.as_string()));
        return;
      }
      const auto parent = ids_.at(std::string(entry.at("in").as_string()));
      const auto made = command::create<T>(context_, caller, parent, fields<T>(set), {},
                                           std::string(reason.as_string()));
      if (entry.contains("key")) ids_[std::string(entry.at("key").as_string())] = made.id;
    });
  }

  /// A quarter's shares of supply: `[site, product area, volume, demand, share, estimated]`, volume
  /// and demand in thousands of EUR as people think of them, entered a few days after its end.
  /// `rest` says of some of its cells who has the rest, a competitor by name, and in how many days
  /// their contract ends: `[site, product area, rest, end]`.
  void tell_supply(const json::object& entry) {
    const int ago = static_cast<int>(entry.at("quartersAgo").as_int64());
    const auto starts_on = period_start(Period::quarter, plus_months(today_, -3 * ago));
    const auto entered =
        std::min(plus_days(period_end(Period::quarter, starts_on), 5), plus_days(today_, -4));
    auto moment = entry;
    moment["at"] = std::max<std::int64_t>(days_between(today_, entered), entry.at("at").as_int64());
    const auto& caller = at_moment_of(moment);
    const auto account = ids_.at(std::string(entry.at("supply").as_string()));
    for (const auto& cell : entry.at("cells").as_array()) {
      const auto& values = cell.as_array();
      SupplyRecord record;
      record.site = ids_.at(std::string(values.at(0).as_string()));
      record.product_area = ids_.at(std::string(values.at(1).as_string()));
      record.starts_on = starts_on;
      if (!values.at(2).is_null()) record.volume = in_full(values.at(2));
      record.demand = in_full(values.at(3));
      if (values.size() > 4) record.share = values.at(4).to_number<double>();
      record.estimated = values.size() > 5;
      tell_rest(entry, values, record);
      const auto made = command::create<SupplyRecord>(context_, caller, account, record, {}, "");
      // What is told later speaks of the newest of a cell, as `@TEU/leh/a`.
      std::string key(entry.at("supply").as_string());
      for (const auto part : {0, 1}) key += '/' + std::string(values.at(part).as_string());
      ids_[key] = made.id;
    }
  }

  static double in_full(const json::value& thousands) {
    return as_entered(thousands.to_number<double>() * 1000);
  }

  void tell_rest(const json::object& entry, const json::array& cell, SupplyRecord& record) const {
    const auto* rests = entry.if_contains("rest");
    if (!rests) return;
    for (const auto& each : rests->as_array()) {
      const auto& values = each.as_array();
      if (values.at(0) != cell.at(0) || values.at(1) != cell.at(1)) continue;
      const std::string rest(values.at(2).as_string());
      record.rest = mapping::enum_of<Rest>(rest).value_or(Rest::competitor);
      if (record.rest == Rest::competitor) record.competitor = rest;
      if (values.size() > 3)
        record.contract_end = plus_days(today_, static_cast<int>(values.at(3).as_int64()));
    }
  }

  template <class... T>
  using Types = boost::mp11::mp_list<boost::mp11::mp_identity<T>...>;
  using Terms = Types<TeamMember, Site, ProductArea, Contact, Vision, LongTermGoal, Testimonial,
                      TestimonialUse, Cycle, Objective, KeyResult, SiteTarget, CheckIn, Action, Kpi,
                      KpiValue, FocusTopic, OutcomeReading, Review, Milestone, Signal, Response,
                      OpenQuestion, Assumption, Meeting, MeetingNote>;

  access::Context context_;
  Language language_;
  Date today_;
  Date met_;  ///< when the last meeting was
  std::chrono::seconds moment_{0};
  std::map<std::string, Id> ids_;
  std::map<std::string, access::Caller> people_;
};

}  // namespace

void require_own_story(store::Database& database) {
  if (store::is_new(database)) return;
  const auto first = database.peek(store::first_emails);
  if (first.empty()) return;
  const auto story = mapping::parse_json(demo_story());
  for (const auto& person : story.at("users").as_array())
    if (std::ranges::find(first, std::string(person.at("email").as_string())) != first.end())
      return;
  throw std::runtime_error(
      "The demo opens only a database that it made itself, since it lets everybody in without a "
      "password: this one holds other people. Serve it with takt serve.");
}

void tell_demo_story(access::Context& context, Language language) {
  require_own_story(context.database);
  if (command::has_users(context)) return;
  Teller(context.database, context.now(), language)
      .tell(mapping::parse_json(demo_story()).as_object());
}

}  // namespace takt::cli
