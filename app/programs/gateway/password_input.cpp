// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/gateway/password_input.h"

#include "app/access/user_request.h"

#include <termios.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>

namespace tridesk::gateway {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array endings{SIGINT, SIGTERM, SIGHUP, SIGQUIT};
termios shown = {}; ///< as the terminal was; a signal's handler can reach nothing else

void showAndEnd(int signal) {
    tcsetattr(STDIN_FILENO, TCSANOW, &shown);
    raise(signal); // by now as if nobody listened
}

/// A terminal that does not show what is typed, until this ends or a signal ends the program.
class Unseen {
public:
    Unseen() {
        m_changed = tcgetattr(STDIN_FILENO, &shown) == 0;
        if (!m_changed)
            return;
        struct sigaction show = {};
        show.sa_handler = showAndEnd;
        show.sa_flags = int(SA_RESETHAND);
        for (size_t i = 0; i < endings.size(); ++i)
            sigaction(endings[i], &show, &m_before[i]);
        termios unseen = shown;
        unseen.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
    }
    ~Unseen() {
        if (!m_changed)
            return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
        for (size_t i = 0; i < endings.size(); ++i)
            sigaction(endings[i], &m_before[i], nullptr);
    }
    Q_DISABLE_COPY_MOVE(Unseen)

private:
    std::array<struct sigaction, endings.size()> m_before = {};
    bool m_changed = false;
};

/// Up to the end of the line; not much more than a password may have.
std::expected<QString, QString> readLine() {
    QByteArray bytes;
    for (int c = std::getchar(); c != EOF && c != '\n' && bytes.size() <= longestPasswordLine;
         c = std::getchar())
        bytes.append(char(c));
    auto password = passwordFromLine(bytes);
    bytes.fill('\0');
    return password;
}

std::expected<QString, QString> ask(const QString& words) {
    std::fprintf(stderr, "%s", words.toUtf8().constData());
    const Unseen unseen;
    auto line = readLine();
    std::fputs("\n", stderr);
    return line;
}

} // namespace

std::expected<QString, QString> readNewPassword(const QString& login) {
    if (!isatty(STDIN_FILENO))
        return readLine();
    const auto first = ask(u"New password of %1: "_s.arg(login));
    if (!first)
        return first;
    const auto again = ask(u"Once more: "_s);
    if (again && *again != *first)
        return std::unexpected(u"password: the two are not the same"_s);
    return again;
}

} // namespace tridesk::gateway
