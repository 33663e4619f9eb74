#include "access/secrets.hpp"

#include <sodium.h>

#include <array>
#include <atomic>
#include <semaphore>

#include "domain/text.hpp"
#include "store/entity_store.hpp"
#include "store/sha256.hpp"

namespace takt::access {

using namespace domain;

namespace {

std::counting_semaphore<2> hashing{2};

/// So many may wait for their turn: a flood of sign-ins must not hold all who serve others.
constexpr int kMostWaiting = 3;
std::atomic<int> waiting{0};

struct Turn {
  Turn() {
    if (store::in_write()) throw std::logic_error("all writers would wait for a password's hash");
    if (hashing.try_acquire()) return;
    if (++waiting > kMostWaiting) {
      --waiting;
      Problem problem(Problem::Kind::too_many, "busy",
                      "Too many sign in at once. Please try again.");
      problem.wait = std::chrono::seconds{1};
      throw problem;
    }
    hashing.acquire();
    --waiting;
  }
  ~Turn() { hashing.release(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
};

}  // namespace

std::string random_token() {
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char, 64> text{};
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return text.data();
}

std::string token_hash(std::string_view token) { return store::sha256(token); }

std::string hash_password(const std::string& password) {
  const Turn turn;
  const auto text = composed(password);
  std::array<char, crypto_pwhash_STRBYTES> out{};
  if (crypto_pwhash_str(out.data(), text.data(), text.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    throw std::runtime_error("There is not enough memory to hash a password.");
  return out.data();
}

bool password_fits(const std::string& hash, const std::string& password) {
  static const std::string nobody = hash_password(random_token());
  const Turn turn;
  const auto matches = [&](const std::string& text) {
    return crypto_pwhash_str_verify((hash.empty() ? nobody : hash).c_str(), text.data(),
                                    text.size()) == 0;
  };
  const auto text = composed(password);
  if (matches(text)) return !hash.empty();
  // Passwords were once hashed as they came, but for the blanks around them.
  const auto first = password.find_first_not_of(" \t\n\r");
  if (first == password.npos) return false;
  const auto as_then = password.substr(first, password.find_last_not_of(" \t\n\r") + 1 - first);
  return as_then != text && matches(as_then) && !hash.empty();
}

domain::Id new_id(domain::Instant now) {
  std::array<unsigned char, 16> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  auto ms = static_cast<std::uint64_t>(now.time.time_since_epoch().count());
  for (int i = 5; i >= 0; --i, ms >>= 8) bytes[static_cast<std::size_t>(i)] = ms & 0xFF;
  bytes[6] = static_cast<unsigned char>(0x70 | (bytes[6] & 0x0F));
  bytes[8] = static_cast<unsigned char>(0x80 | (bytes[8] & 0x3F));
  std::string text = store::hex(bytes);
  for (const std::size_t at : {8u, 13u, 18u, 23u}) text.insert(at, 1, '-');
  return {text};
}

}  // namespace takt::access
