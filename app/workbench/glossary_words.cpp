#include "workbench/glossary_words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>

namespace verbale::workbench {

namespace {

constexpr auto context = "verbale::workbench::GlossaryWords";

QString said(const QHash<QString, const char *> &words, const QString &name)
{
    const char *word = words.value(name, nullptr);
    return word != nullptr ? QCoreApplication::translate(context, word) : name;
}

} // namespace

QString glossaryFieldText(const QString &field)
{
    static const QHash<QString, const char *> words = {
        {QStringLiteral("id"), QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "Id")},
        {QStringLiteral("vi"), QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "Vietnamese")},
        {QStringLiteral("en"), QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "English")},
        {QStringLiteral("pos"), QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "Part of speech")},
        {QStringLiteral("domain"), QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "Domain")},
        {QStringLiteral("status"), QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "Status")},
        {QStringLiteral("vi_variants"),
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "Vietnamese variants")},
        {QStringLiteral("en_variants"),
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "English variants")},
        {QStringLiteral("abbreviation_vi"),
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "Vietnamese abbreviation")},
        {QStringLiteral("abbreviation_en"),
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "English abbreviation")},
        {QStringLiteral("note"), QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "Note")},
        {QStringLiteral("authority"), QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "Authority")},
        {QStringLiteral("valid_from"), QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "Valid from")},
        {QStringLiteral("valid_to"), QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "Valid to")},
        {QStringLiteral("deprecated_en"),
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "Deprecated English")},
        {QStringLiteral("forbidden_en"),
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "Forbidden English")},
        {QStringLiteral("reason"), QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "Reason")},
        {QStringLiteral("replacement"),
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "Replacement")},
    };
    return said(words, field);
}

QString glossaryFormatText(const QString &format)
{
    static const QHash<QString, const char *> words = {
        {QStringLiteral("tsv"),
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "Table with tabs (TSV)")},
        {QStringLiteral("csv"),
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "Table with commas (CSV)")},
        {QStringLiteral("xlsx"),
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "Spreadsheet (XLSX)")},
        {QStringLiteral("omegat"),
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "OmegaT, three columns")},
        {QStringLiteral("tbx-basic"),
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "TBX version 3 (TBX-Basic)")},
        {QStringLiteral("tbx-v2"), QT_TRANSLATE_NOOP("verbale::workbench::GlossaryWords", "TBX version 2")},
    };
    return said(words, format);
}

QString glossaryFormatSuffix(const QString &format)
{
    if (format.startsWith(QLatin1String("tbx")))
        return QStringLiteral("tbx");
    return format == QLatin1String("omegat") ? QStringLiteral("txt") : format;
}

} // namespace verbale::workbench
