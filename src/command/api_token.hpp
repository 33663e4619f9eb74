#pragma once
// Tokens with which other systems write KPI values.

#include "command/command.hpp"
#include "domain/api_token.hpp"

namespace takt::command {

/// A token with its secret, which is shown this once and kept nowhere.
struct NewToken {
  domain::ApiToken token;
  std::string secret;
};
BOOST_DESCRIBE_STRUCT(NewToken, (), (token, secret))

NewToken create_token(Context& context, const Caller& caller, const Id& account,
                      domain::ApiToken fields, const std::optional<Id>& id);

}  // namespace takt::command
