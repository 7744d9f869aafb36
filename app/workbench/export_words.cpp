#include "workbench/export_words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QLocale>

namespace verbale::workbench {

namespace {

using Words = QHash<QString, const char *>;

struct ExportWords
{
    Q_DECLARE_TR_FUNCTIONS(verbale::workbench::ExportWords)
};

const Words &formatWords()
{
    static const Words words = {
        {QStringLiteral("xliff-1.2"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "XLIFF 1.2 (older tools)")},
        {QStringLiteral("xliff-2.0"), QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "XLIFF 2.0")},
        {QStringLiteral("xliff-2.1"), QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "XLIFF 2.1")},
        {QStringLiteral("xliff-2.2"), QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "XLIFF 2.2")},
        {QStringLiteral("tmx"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Translation memory (TMX 1.4)")},
        {QStringLiteral("target"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "The translation as a text")},
        {QStringLiteral("review-html"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Review table (web page)")},
        {QStringLiteral("review-docx"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Review table (Word document)")},
        {QStringLiteral("tsv"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Table with tabs (TSV)")},
    };
    return words;
}

/// Of what stands in the file that was opened, beside the document's own values.
const Words &originalLossWords()
{
    static const Words words = {
        {QStringLiteral("groups"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "The grouping of paragraphs")},
        {QStringLiteral("skeleton"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "The skeleton of the original document")},
        {QStringLiteral("file-notes"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Notes about whole files or groups")},
        {QStringLiteral("metadata"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Metadata of other tools")},
        {QStringLiteral("format-style"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Format styles")},
        {QStringLiteral("resource-data"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Resource data")},
        {QStringLiteral("change-tracking"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Tracked changes")},
        {QStringLiteral("size-restriction"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Restrictions of size and length")},
        {QStringLiteral("validation-rules"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Validation rules")},
        {QStringLiteral("plurals"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Plural, gender and select forms")},
        {QStringLiteral("its"), QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "ITS metadata")},
        {QStringLiteral("extensions"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Extensions of other tools")},
        {QStringLiteral("target-order"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Another order of targets than of sources")},
        {QStringLiteral("gap-targets"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Targets of what stands between segments")},
        {QStringLiteral("gap-codes"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Tags between segments")},
        {QStringLiteral("phases"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "The phases of the work")},
        {QStringLiteral("tools"), QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "The list of tools")},
        {QStringLiteral("references"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "References to other files")},
        {QStringLiteral("header-glossary"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "A glossary in the header")},
        {QStringLiteral("counts"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Counts of words and the like")},
        {QStringLiteral("properties"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Properties of other tools")},
        {QStringLiteral("contexts"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Contexts of paragraphs")},
        {QStringLiteral("binary-units"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Units with binary content")},
    };
    return words;
}

const Words &lossWords()
{
    static const Words words = {
        {QStringLiteral("document-notes"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Notes and metadata of the whole document")},
        {QStringLiteral("resource-notes"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Notes on resource items")},
        {QStringLiteral("note-references"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "References of notes")},
        {QStringLiteral("unit-ids"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords",
                           "Ids that the format does not allow: they are changed")},
        {QStringLiteral("forbidden-characters"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords",
                           "Characters that XML does not allow, in notes")},
        {QStringLiteral("codes-converted"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Tags, in the format’s own form")},
        {QStringLiteral("annotations"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Annotations without their end")},
        {QStringLiteral("note-categories"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Categories of notes")},
        {QStringLiteral("boundaries"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Decisions about the ends of sentences")},
        {QStringLiteral("brought-back"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "That a paragraph was brought back")},
        {QStringLiteral("code-hints"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "That a tag must not be deleted or moved")},
        {QStringLiteral("source-offsets"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "The places of segments in the original text")},
        {QStringLiteral("target-terms"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Where translations carry terms")},
        {QStringLiteral("resegmentation"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "That a segment must not be split or merged")},
        {QStringLiteral("untranslated"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords",
                           "Untranslated segments: they stay in the source language or are left out")},
        {QStringLiteral("codes"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Tags, in a plain text")},
        {QStringLiteral("sub-states"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Detailed states of untranslated segments")},
        {QStringLiteral("terms"), QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Marked terms")},
        {QStringLiteral("suggestions"), QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Suggestions")},
        {QStringLiteral("left-out"),
         QT_TRANSLATE_NOOP("verbale::workbench::ExportWords", "Lines that were left out")},
    };
    return words;
}

QString said(const Words &words, const QString &key, const QString &otherwise)
{
    const char *text = words.value(key);
    return text == nullptr ? otherwise : ExportWords::tr(text);
}

} // namespace

QString exportFormatText(const QString &format)
{
    return said(formatWords(), format, format);
}

QString exportLossText(const session::ExportLoss &loss)
{
    const QString what = said(lossWords(), loss.code, said(originalLossWords(), loss.code, loss.message));
    const QString count = QLocale().toString(loss.count);
    if (loss.firstUnit.isEmpty())
        return loss.count > 1 ? ExportWords::tr("%1 (%2)").arg(what, count) : what;
    return ExportWords::tr("%1 (%2, first in %3)").arg(what, count, loss.firstUnit);
}

} // namespace verbale::workbench
