#include "store/search_store.hpp"

#include <array>

#include "domain/contact.hpp"
#include "domain/key_result.hpp"
#include "domain/meeting.hpp"
#include "domain/objective.hpp"
#include "domain/open_question.hpp"
#include "domain/review.hpp"
#include "domain/signal.hpp"
#include "domain/site.hpp"
#include "domain/text.hpp"
#include "store/account_store.hpp"

namespace takt::store {

using namespace domain;

namespace {

using Texts = std::initializer_list<std::string_view>;

/// Each word behind a space and each name behind a line feed: what begins with something and what
/// has a word that does are one pattern each.
std::string text_of(Texts names, Texts others = {}) {
  std::string out;
  for (const auto name : names)
    if (const auto words = search_words(name); !words.empty()) out += "\n " + words;
  for (const auto other : others)
    if (const auto words = search_words(other); !words.empty()) out += ' ' + words;
  return out;
}

/// The cycle and the objective that an entry hangs on; empty for none.
struct Above {
  Id cycle{};
  Id objective{};
};

Above above(Session& session, const Id& objective) {
  const auto found = find<Objective>(session, objective);
  return {found ? found->cycle : Id{}, objective};
}

void forget(Session& session, const Id& entry) {
  session.execute(R"(
      delete from search_text
      where entry = :entry)",
                  {bound("entry", entry)});
}

/// Keeps the text of a present record, so that nothing tells of others any more.
void keep(Session& session, FoundKind kind, const Record& record, const std::string& text,
          const Above& hangs_on = {}, std::optional<Instant> at = {}) {
  if (record.archived_at || text.empty()) return forget(session, record.id);
  session.execute(R"(
      insert into search_text (entry, account, kind, cycle, objective, at, text)
      values (:entry, :account, :kind, :cycle, :objective, :at, :text)
      on conflict (entry) do update set at = excluded.at, text = excluded.text)",
                  {bound("entry", record.id), bound("account", record.account), bound("kind", kind),
                   bound("cycle", hangs_on.cycle), bound("objective", hangs_on.objective),
                   bound("at", at.value_or(record.created_at)), bound("text", text)});
}

void keep_tags(Session& session, const Signal& signal, bool present) {
  if (signal.version > 1)
    session.execute(R"(
      delete from search_tag
      where signal = :signal)",
                    {bound("signal", signal.id)});
  if (!present) return;
  for (const auto& tag : signal.tags)
    session.execute(R"(
      insert into search_tag (signal, account, tag, text)
      values (:signal, :account, :tag, :text)
      on conflict (signal, tag) do nothing)",
                    {bound("signal", signal.id), bound("account", signal.account),
                     bound("tag", tag), bound("text", text_of({tag}))});
}

template <class T>
int keep_all(Session& session, void (*keep_one)(Session&, const T&)) {
  static const auto sql =
      select_all<T>() + " where archived_at is null and id > :last order by id limit 1000";
  int touched = 0;
  for (Id last;;) {
    const auto rows = session.rows<T>(sql, {bound("last", last)});
    for (const auto& row : rows) keep_one(session, row);
    touched += static_cast<int>(rows.size());
    if (rows.size() < 1000) return touched;
    last = rows.back().id;
  }
}

/// Conditions of a select from the table `s`, and what is bound to them.
struct Fits {
  std::string where;
  std::string tier;
  std::string own = "0";
  Binds binds;
};

Fits fits(const Search& wanted) {
  // Binds refer to their names.
  static constexpr std::array<std::string_view, kMostSearchWords> kIn{"in0", "in1", "in2",
                                                                      "in3", "in4", "in5"};
  static constexpr std::array<std::string_view, kMostSearchWords> kAt{"at0", "at1", "at2",
                                                                      "at3", "at4", "at5"};
  Fits out;
  std::string all;
  std::string each_begins;
  for (std::size_t i = 0; i < std::min(wanted.words.size(), kMostSearchWords); ++i) {
    const auto& word = wanted.words[i];
    const bool anywhere = word.size() >= 3;
    out.where += (i == 0 ? "s.text like :" : " and s.text like :") + std::string(kIn[i]);
    out.binds.push_back(bound(kIn[i], (anywhere ? "%" : "% ") + word + "%"));
    all += ' ' + word;
    if (!anywhere) continue;
    each_begins +=
        (each_begins.empty() ? "s.text like :" : " and s.text like :") + std::string(kAt[i]);
    out.binds.push_back(bound(kAt[i], "% " + word + "%"));
  }
  out.tier = "case when s.text like :begins then 0 when " +
             (each_begins.empty() ? "true" : each_begins) + " then 1 else 2 end";
  out.binds.push_back(bound("begins", "%\n" + all + "%"));
  // Of thousands of accounts few are archived.
  out.where += R"(
        and s.account not in (select id from account where archived_at is not null))";
  const std::string own = std::string("s.account in ") + kAccountsOfUser;
  out.binds.push_back(bound("user", wanted.reader));
  if (wanted.only_own)
    out.where += " and " + own;
  else
    out.own = "case when " + own + " then 0 else 1 end";
  return out;
}

}  // namespace

void put_search_text(Session& session, const Account& account) {
  keep(session, FoundKind::account, account,
       text_of({account.name, account.code}, {account.industry, account.external_id}));
}

void put_keys(Session& session, const Site& site) {
  keep(session, FoundKind::site, site, text_of({site.name}, {site.city}));
}

void put_keys(Session& session, const Contact& contact) {
  keep(session, FoundKind::contact, contact, text_of({contact.name}, {contact.function}));
}

void put_keys(Session& session, const Objective& objective) {
  keep(session, FoundKind::objective, objective,
       text_of({objective.title}, {objective.customer_goal}), {objective.cycle});
}

void put_keys(Session& session, const KeyResult& key_result) {
  keep(session, FoundKind::key_result, key_result, text_of({key_result.title}),
       above(session, key_result.objective));
}

void put_keys(Session& session, const Signal& signal) {
  const bool present = !signal.archived_at && !signal.merged_into;
  std::string tags;
  for (const auto& tag : signal.tags) tags += ' ' + tag;
  keep(session, FoundKind::signal, signal,
       present ? text_of({signal.title}, {tags, signal.detail}) : std::string());
  keep_tags(session, signal, present);
}

void put_keys(Session& session, const Meeting& meeting) {
  keep(session, FoundKind::meeting, meeting, text_of({meeting.place}, {meeting.minutes}), {},
       meeting.planned_at);
}

void put_keys(Session& session, const Review& review) {
  keep(session, FoundKind::lesson, review, text_of({review.lesson}),
       above(session, review.objective));
}

void put_keys(Session& session, const OpenQuestion& question) {
  keep(session, FoundKind::question, question,
       question.answered_on ? std::string() : text_of({question.text}));
}

int refresh_search_texts(Session& session) {
  const auto edition = search_edition();
  if (session.value<std::string>("select edition from search_edition") == edition) return 0;
  for (const char* table : {"search_text", "search_tag", "search_edition"})
    session.execute(std::string("delete from ") + table);
  session.execute("insert into search_edition (edition) values (:edition)",
                  {bound("edition", edition)});
  int touched = keep_all<Account>(session, put_search_text);
  touched += keep_all<Site>(session, put_keys);
  touched += keep_all<Contact>(session, put_keys);
  touched += keep_all<Objective>(session, put_keys);
  touched += keep_all<KeyResult>(session, put_keys);
  touched += keep_all<Signal>(session, put_keys);
  touched += keep_all<Meeting>(session, put_keys);
  touched += keep_all<Review>(session, put_keys);
  return touched + keep_all<OpenQuestion>(session, put_keys);
}

std::vector<FoundEntry> search(Session& session, const Search& wanted) {
  auto [where, tier, own, binds] = fits(wanted);
  binds.push_back(bound("most", wanted.most));
  const auto sql = R"(
      with hit as (
        select s.kind, s.entry as id, s.account, s.at, )" +
                   tier + R"( as tier, )" + own + R"( as others,
          case
            when s.cycle = '' then 0
            when s.cycle in (select id from cycle where state in ('active', 'review')) then 0
            else 1
          end as elsewhen
        from search_text s
        where )" + where +
                   R"(
          and s.cycle not in (select id from cycle where archived_at is not null)
          and s.objective not in (select id from objective where archived_at is not null)),
      placed as (
        select hit.*,
          row_number() over (
            partition by kind
            order by tier, others, elsewhen, at desc, id desc) as place
        from hit)
      select kind, id, account, '' as tag, 0 as signals, tier
      from placed
      where place <= :most
      order by tier, others, elsewhen, at desc, id desc)";
  return session.rows<FoundEntry>(sql, binds);
}

std::vector<FoundEntry> search_tags(Session& session, const Search& wanted) {
  auto [where, tier, own, binds] = fits(wanted);
  binds.push_back(bound("most", wanted.most));
  const auto sql = R"(
      with s as (
        select account, text, min(tag) as tag, count(distinct signal) as signals, min(signal) as first
        from search_tag
        group by account, text),
      hit as (
        select s.*, )" +
                   tier + R"( as tier, )" + own + R"( as others
        from s
        where )" + where +
                   R"()
      select 'tag' as kind, '' as id, account, tag, signals, tier
      from hit
      order by tier, others, signals desc, first, text
      limit :most)";
  return session.rows<FoundEntry>(sql, binds);
}

}  // namespace takt::store
