#pragma once
// Which passwords may be chosen.

#include <string>

#include "domain/user.hpp"

namespace takt::access {

/// Throws Problem(invalid) at `pointer` unless the password has 10 to 500 characters (Unicode code
/// points) and somebody who knows the person has to guess: without the words of their name and
/// e-mail, the commonest words of passwords, years, rows of the keyboard, of the alphabet or of
/// figures and repetitions, four different characters must be left.
void must_be_strong(const std::string& password, const domain::User& user,
                    const std::string& pointer);

/// The same text in the one form (NFC) in which every keyboard's letters are equal: `ä` is one
/// character on Windows and two on a Mac.
std::string composed(const std::string& text);

}  // namespace takt::access
