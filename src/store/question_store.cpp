#include "store/question_store.hpp"

namespace takt::store {

using domain::Assumption;
using domain::Contact;
using domain::OpenQuestion;

std::vector<OpenQuestion> open_questions(Session& session, const Id& account) {
  static const auto sql = select_all<OpenQuestion>() + R"(
      where account = :account and answered_on is null and archived_at is null
      order by position, created_at, id)";
  return session.rows<OpenQuestion>(sql, {bound("account", account)});
}

std::vector<OpenQuestion> answered_questions(Session& session, const Id& account, int most) {
  static const auto sql = select_all<OpenQuestion>() + R"(
      where account = :account and answered_on is not null and archived_at is null
      order by answered_on desc, created_at desc, id desc
      limit :most)";
  return session.rows<OpenQuestion>(sql, {bound("account", account), bound("most", most)});
}

std::vector<OpenQuestion> questions_of_user(Session& session, const Id& user) {
  static const auto sql = select_all<OpenQuestion>() + R"(
      where asked_by = :user and answered_on is null and archived_at is null
      order by created_at, id)";
  return session.rows<OpenQuestion>(sql, {bound("user", user)});
}

std::vector<Contact> contacts_to_ask(Session& session, const Id& user) {
  static const auto sql = select_all<Contact>() + R"(
      where id in (
        select contact
        from open_question
        where asked_by = :user and answered_on is null and archived_at is null))";
  return session.rows<Contact>(sql, {bound("user", user)});
}

std::vector<Assumption> unconfirmed_assumptions(Session& session, const Id& account) {
  static const auto sql = select_all<Assumption>() + R"(
      where account = :account and confirmed_on is null and archived_at is null
      order by created_at, id)";
  return session.rows<Assumption>(sql, {bound("account", account)});
}

std::vector<Assumption> confirmed_assumptions(Session& session, const Id& account, int most) {
  static const auto sql = select_all<Assumption>() + R"(
      where account = :account and confirmed_on is not null and archived_at is null
      order by confirmed_on desc, created_at desc, id desc
      limit :most)";
  return session.rows<Assumption>(sql, {bound("account", account), bound("most", most)});
}

std::vector<Assumption> archived_assumptions(Session& session, const Id& account, int most) {
  static const auto sql = select_all<Assumption>() + R"(
      where account = :account and archived_at is not null
      order by archived_at desc, id desc
      limit :most)";
  return session.rows<Assumption>(sql, {bound("account", account), bound("most", most)});
}

std::vector<Id> assumed_entries(Session& session, const Id& account) {
  return session.values<Id>(R"(
      select about
      from assumption
      where account = :account and confirmed_on is null and archived_at is null
      order by about)",
                            {bound("account", account)});
}

std::vector<Id> assumptions_about(Session& session, const Id& about) {
  return session.values<Id>(R"(
      select id
      from assumption
      where about = :about
      order by id)",
                            {bound("about", about)});
}

bool assumed_already(Session& session, const Id& about, const Id& assumption) {
  return session
      .value<Id>(R"(
      select id
      from assumption
      where about = :about and confirmed_on is null and archived_at is null and id <> :id)",
                 {bound("about", about), bound("id", assumption)})
      .has_value();
}

domain::PlanFacts plan_facts(Session& session, const Id& account) {
  return session
      .row<domain::PlanFacts>(
          R"(
      select
        (
          select count(*)
          from objective o
          join cycle c on c.id = o.cycle and c.archived_at is null and c.state <> 'closed'
          where o.account = :plan and o.archived_at is null and o.state <> 'dropped'
        ) as objectives,
        (
          select count(*)
          from open_question
          where account = :asked and answered_on is null and archived_at is null
        ) as questions,
        (
          select count(*)
          from assumption
          where account = :taken and confirmed_on is null and archived_at is null
        ) as assumed)",
          {bound("plan", account), bound("asked", account), bound("taken", account)})
      .value_or(domain::PlanFacts{});
}

}  // namespace takt::store
