// What finding the article costs, on files of short lines, with and without the signs of a saved page, and on
// one long line. Promised: the time per line at 100,000 lines is at most 1.5 times that at 10,000, in one
// run. usage: bench_article

#include "text/article.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QRandomGenerator>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <algorithm>
#include <cstdio>

namespace {

constexpr double promisedGrowth = 1.5;
constexpr int rounds = 3;

/// Lines of four to nine words; some end a sentence.
QString madeLines(int lines, bool page)
{
    const QStringList words =
        QStringLiteral(
            "hội nghị hợp tác bộ trưởng ngoại giao Việt Nam ASEAN khu vực hòa bình ổn định quan hệ "
            "đối tác chiến lược Thủ tướng phát biểu tại phiên họp trong ngày 12/9 về các vấn đề "
            "biển và phục hồi kinh tế")
            .split(u' ');
    QRandomGenerator random(5);
    QString text = page ? QStringLiteral("Trang chủ\n10:47 | 12/09/2020 GMT+7\n\n") : QString();
    for (int line = 0; line < lines; ++line) {
        for (int word = 4 + random.bounded(6); word > 0; --word)
            text += words[random.bounded(static_cast<int>(words.size()))] + QString(word > 1 ? 1 : 0, u' ');
        text += random.bounded(4) == 0 ? QStringLiteral(".\n") : QStringLiteral("\n");
    }
    return text;
}

/// The best of a few rounds.
double seconds(const QString &text)
{
    double best = 1e9;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        const auto pieces = verbale::text::findArticle(text);
        if (!pieces.isEmpty())
            best = std::min(best, static_cast<double>(timer.nsecsElapsed()) / 1e9);
    }
    return best;
}

double report(const char *name, const QString &text)
{
    const double taken = seconds(text);
    const double megabytes = static_cast<double>(text.toUtf8().size()) / 1e6;
    std::printf("%-34s %6.1f MB   %7.1f MB/s\n", name, megabytes, megabytes / taken);
    return taken;
}

bool growsEvenly(bool page)
{
    const double few = report(page ? "10,000 lines of a page" : "10,000 lines", madeLines(10'000, page));
    const double many = report(page ? "100,000 lines of a page" : "100,000 lines", madeLines(100'000, page));
    const double growth = many / 10 / few;
    std::printf("%-34s %6.2f\n", "time per line, ten times the lines", growth);
    return growth <= promisedGrowth;
}

} // namespace

int main()
{
    const bool plain = growsEvenly(false);
    const bool page = growsEvenly(true);
    report("one line", madeLines(100'000, true).simplified());
    return plain && page ? 0 : 1;
}
