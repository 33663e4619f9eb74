#pragma once

#include <sodium.h>

#include <string>
#include <string_view>

#include "domain/values.hpp"

namespace takt::access {

/// 256 random bits, URL-safe.
std::string random_token();

/// SHA-256 in hexadecimal: how tokens rest in the database.
std::string token_hash(std::string_view token);

/// Argon2id with libsodium's interactive limits, of the composed text. At most two run at a time,
/// so that a flood of sign-ins can't take the machine's memory. Throws std::logic_error within a
/// write, as does password_fits().
std::string hash_password(const std::string& password);

/// Takes the same time for an unknown user: pass an empty hash.
bool password_fits(const std::string& hash, const std::string& password);

/// A UUIDv7 (RFC 9562, 5.7): sorts by the moment it was made.
domain::Id new_id(domain::Instant now);

}  // namespace takt::access
