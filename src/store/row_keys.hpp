#pragma once
// What rows are found, compared and put in order by: kept beside them, no members of theirs, and
// the same on both databases since domain/text.hpp makes them.

#include "domain/account.hpp"
#include "domain/user.hpp"
#include "store/database.hpp"

namespace takt::domain {
struct Contact;
struct KeyResult;
struct Meeting;
struct Objective;
struct OpenQuestion;
struct Review;
struct Signal;
struct Site;
}  // namespace takt::domain

namespace takt::store {

/// Keeps the keys of a row that was just written.
void put_keys(Session& session, const domain::Account& account);
void put_keys(Session& session, const domain::User& user);
// Only what they are found by; in store/search_store.cpp.
void put_keys(Session& session, const domain::Site& site);
void put_keys(Session& session, const domain::Contact& contact);
void put_keys(Session& session, const domain::Objective& objective);
void put_keys(Session& session, const domain::KeyResult& key_result);
void put_keys(Session& session, const domain::Signal& signal);
void put_keys(Session& session, const domain::Meeting& meeting);
void put_keys(Session& session, const domain::Review& review);
void put_keys(Session& session, const domain::OpenQuestion& question);

/// Makes those keys again that this program makes otherwise than they are kept: of rows from before
/// there were keys, or where ICU has another order now. How many rows it touched.
int refresh_keys(Session& session);

}  // namespace takt::store
