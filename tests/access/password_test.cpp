#include "access/password.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <barrier>
#include <thread>

#include "access/secrets.hpp"
#include "domain/problem.hpp"
#include "domain/text.hpp"

namespace takt::access {
namespace {

/// Why Jonas may not choose it; empty where he may.
std::string refusal(const std::string& password) {
  domain::User jonas;
  jonas.name = std::string("Jonas Albers-Weiß");
  jonas.email = std::string("j.albers@brandt.example");
  try {
    must_be_strong(password, jonas, "/password");
    return "";
  } catch (const domain::Problem& problem) {
    EXPECT_EQ("/password", problem.fields.at(0).pointer);
    return problem.fields.at(0).code;
  }
}

TEST(Password, FloodOfSignInsHoldsNobodyForLong) {
  constexpr int kThreads = 40;
  const auto hash = hash_password("ein passwort");
  std::atomic<int> refused = 0;
  std::atomic<int> fitted = 0;
  std::barrier start(kThreads);
  {
    std::vector<std::jthread> all;
    for (int i = 0; i < kThreads; ++i)
      all.emplace_back([&] {
        start.arrive_and_wait();
        try {
          fitted += password_fits(hash, "ein passwort");
        } catch (const domain::Problem& problem) {
          refused += problem.code == "busy";
        }
      });
  }
  EXPECT_EQ(kThreads, refused + fitted);
  EXPECT_LT(0, refused);
  EXPECT_LT(0, fitted);
  EXPECT_TRUE(password_fits(hash, "ein passwort"));
}

TEST(Password, HasTenCharactersWhateverTheirBytes) {
  EXPECT_EQ("too_short", refusal("öäüßéèêëç"));
  EXPECT_EQ("", refusal("öäüßéèêëçñ"));
  EXPECT_EQ("too_short", refusal("\U0001F511\U0001F40E\U0001F50B\U0001F4CE"));
  // Nine, however many a Mac makes of them.
  EXPECT_EQ("too_short", refusal("o\u0308a\u0308u\u0308e\u0301e\u0300e\u0302xyz"));
}

TEST(Password, HasAtMostFiveHundredCharacters) {
  std::string text;
  while (text.size() < 500) text += "abzx";
  EXPECT_EQ("", refusal(text));
  EXPECT_EQ("too_long", refusal(text + "x"));
}

TEST(Password, OfRepetitionsAndRowsIsRefused) {
  for (const auto* password :
       {"aaaaaaaaaa", "1234567890", "0987654321", "abcdefghijkl", "qwertzuiop", "poiuztrewq",
        "asdfghjklö", "1212121212", "abababababab", "aaaaaaaaab", "1q2w3e4r5t", "123qweasdyxc",
        "1111111111111111"})
    EXPECT_EQ("easily_guessed", refusal(password)) << password;
}

TEST(Password, OfOneCommonWordIsRefused) {
  for (const auto* password : {"passwort12", "Passwort2026!", "P@ssw0rt123", "Willkommen1!",
                               "sommer2026", "Frühling2026", "iloveyou123", "geheimgeheim"})
    EXPECT_EQ("easily_guessed", refusal(password)) << password;
}

TEST(Password, OfOnesOwnNameOrAddressIsRefused) {
  for (const auto* password : {"j.albers@brandt.example", "jonasalbers", "JonasAlbers1990",
                               "albers-weiss", "brandt12345", "Albers.Jonas"})
    EXPECT_EQ("easily_guessed", refusal(password)) << password;
}

TEST(Password, WithSomethingToGuessIsTaken) {
  for (const auto* password :
       {"korrektes pferd", "neues passwort", "ganz geheim 7", "sehr geheim 1", "Jonas und der Wal",
        "x7Kp-2mQr9", "          doch"})
    EXPECT_EQ("", refusal(password)) << password;
}

TEST(Password, IsTheSameFromEveryKeyboard) {
  EXPECT_EQ(domain::composed("M\u00fcllert\u00f6ne"), domain::composed("Mu\u0308llerto\u0308ne"));
  EXPECT_EQ(" a ", domain::composed(" a "));
}

}  // namespace
}  // namespace takt::access
