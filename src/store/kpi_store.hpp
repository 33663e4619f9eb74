#pragma once
// Values of KPIs, and the tokens with which other systems write them. Of a token only its hash is
// kept, which no row holds.

#include "domain/api_token.hpp"
#include "domain/kpi.hpp"
#include "store/entity_store.hpp"

namespace takt::store {

/// The value that is kept for a day.
std::optional<domain::KpiValue> kpi_value(Session& session, const Id& kpi, domain::Date on);

/// All values of an account's KPIs, the oldest first.
std::vector<domain::KpiValue> kpi_values(Session& session, const Id& account);

/// A present token of a present account, made by a present user.
std::optional<domain::ApiToken> token_with(Session& session, const std::string& hash);

void put_token_hash(Session& session, const Id& token, const std::string& hash);

/// Notes that the token was used.
void put_token_use(Session& session, const Id& token, domain::Instant now);

}  // namespace takt::store
