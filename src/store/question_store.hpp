#pragma once
// Open and answered questions, and what is assumed.

#include "domain/assumption.hpp"
#include "domain/contact.hpp"
#include "domain/open_question.hpp"
#include "store/entity_store.hpp"

namespace takt::store {

/// The open questions of an account, in their order.
std::vector<domain::OpenQuestion> open_questions(Session& session, const Id& account);

/// The `most` answered last.
std::vector<domain::OpenQuestion> answered_questions(Session& session, const Id& account, int most);

/// The open questions that somebody asks, in any account.
std::vector<domain::OpenQuestion> questions_of_user(Session& session, const Id& user);

/// Whom they are to ask, archived ones too.
std::vector<domain::Contact> contacts_to_ask(Session& session, const Id& user);

/// What of an account is assumed and not confirmed, the oldest first.
std::vector<domain::Assumption> unconfirmed_assumptions(Session& session, const Id& account);

/// The `most` confirmed last.
std::vector<domain::Assumption> confirmed_assumptions(Session& session, const Id& account,
                                                      int most);

/// The `most` taken off last.
std::vector<domain::Assumption> archived_assumptions(Session& session, const Id& account, int most);

/// The entries that are assumed and not confirmed.
std::vector<Id> assumed_entries(Session& session, const Id& account);

/// All that ever marked the entry, archived ones too.
std::vector<Id> assumptions_about(Session& session, const Id& about);

/// Whether another assumption than `assumption` marks the entry and is not confirmed.
bool assumed_already(Session& session, const Id& about, const Id& assumption);

/// What a plan says of itself.
domain::PlanFacts plan_facts(Session& session, const Id& account);

}  // namespace takt::store
