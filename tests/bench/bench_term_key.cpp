// How much the term key costs: its time over that of ICU's NFC normaliser on the same text, in one run.
// The key folds and keeps a map besides; the aim is at most three times the normaliser.

#include "text/term_key.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QStringList>

#include <algorithm>
#include <cstdio>
#include <limits>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 15;

template <typename Work>
double bestMicroseconds(Work work)
{
    qint64 best = std::numeric_limits<qint64>::max();
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        best = std::min(best, timer.nsecsElapsed());
    }
    return static_cast<double>(best) / 1000.0;
}

QString sampleText()
{
    const QString paragraph =
        u"Bộ trưởng Ngoại giao các nước thành viên nhấn mạnh tầm quan trọng của đoàn kết, tự cường và vai "
        u"trò trung tâm; "
        "nhất trí thúc đẩy hợp tác về y tế, giáo dục, chuyển đổi số và phát triển bền vững trong năm 2023.\n"_s;
    return paragraph.repeated(2000);
}

/// Paragraph by paragraph, as segments are folded.
void measure(const char *name, const QString &text)
{
    std::vector<icu::UnicodeString> sources;
    const QStringList paragraphs = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &paragraph : paragraphs)
        sources.emplace_back(paragraph.utf16(), static_cast<int32_t>(paragraph.size()));
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normaliser = icu::Normalizer2::getNFCInstance(status);
    qsizetype sum = 0; // keeps the work from being optimised away
    const double icu = bestMicroseconds([&] {
        for (const icu::UnicodeString &source : sources)
            sum += normaliser->normalize(source, status).length();
    });
    const double key = bestMicroseconds([&] {
        for (const QString &paragraph : paragraphs)
            sum += verbale::text::makeTermKey(paragraph).text.size();
    });
    std::printf("%-28s %8lld units   ICU NFC %9.0f us   term key %9.0f us   ratio %.2f   (%lld)\n", name,
                static_cast<long long>(text.size()), icu, key, key / icu, static_cast<long long>(sum));
}

} // namespace

int main()
{
    const QString text = sampleText();
    measure("composed", text.normalized(QString::NormalizationForm_C));
    measure("decomposed", text.normalized(QString::NormalizationForm_D));
    QString mixed = text.normalized(QString::NormalizationForm_C);
    QStringList words = mixed.split(u' ');
    for (qsizetype i = 0; i < words.size(); i += 2)
        words[i] = words[i].normalized(QString::NormalizationForm_D);
    measure("every other word decomposed", words.join(u' '));
    return 0;
}
