#include "glossary/engine/tbx_models.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

namespace verbale::glossary::tbx {

namespace {

struct Row
{
    const char *kind;
    const char *content; ///< steps "a|b*", "a?", "a+", "a"; #text; $aux and $link stand for their kinds
};

constexpr const char *aux = "descrip|descripGrp|admin|adminGrp|transacGrp|note|ref|xref";
constexpr const char *link = "admin|adminGrp|transacGrp|note|ref|xref";

// ISO 30042:2019, TBXcoreStructV03; the v2 names are told as those of v3.
constexpr Row common[] = {
    {"conceptEntry", "$aux* langSec+"},
    {"langSec", "$aux* termSec+"},
    {"termSec", "term termNote|termNoteGrp* $aux*"},
    {"termNoteGrp", "termNote $link*"},
    {"descripGrp", "descrip descripNote|admin|adminGrp|transacGrp|note|ref|xref*"},
    {"adminGrp", "admin adminNote|note|ref|xref*"},
    {"transacGrp", "transac transacNote|date|note|ref|xref*"},
    {"term", "#text hi*"},
    {"admin", "#text $inline*"},
    {"descrip", "#text $inline*"},
    {"termNote", "#text $inline*"},
    {"note", "#text $inline*"},
    {"p", "#text $inline*"},
    {"item", "#text $inline*"},
    {"foreign", "#text $inline*"},
    {"adminNote", "#text"},
    {"descripNote", "#text"},
    {"transac", "#text"},
    {"transacNote", "#text"},
    {"ref", "#text"},
    {"xref", "#text"},
    {"hi", "#text"},
    {"title", "#text"},
    {"date", "#text"},
    {"sc", ""},
    {"ec", ""},
    {"tbxHeader", "fileDesc encodingDesc? revisionDesc?"},
    {"fileDesc", "titleStmt? publicationStmt? sourceDesc+"},
    {"titleStmt", "title note*"},
    {"publicationStmt", "p+"},
    {"sourceDesc", "p+"},
    {"encodingDesc", "p+"},
    {"revisionDesc", "change+"},
    {"change", "p+"},
    {"back", "refObjectSec*"},
    {"refObjectSec", "refObject+"},
    {"refObject", "itemSet|itemGrp|item+"},
    {"itemSet", "item|itemGrp+"},
    {"itemGrp", "item $link*"},
};

constexpr Row v3Rows[] = {{"ph", ""}};

// In DCT style the tags may stand in any order after the term, and a group begins with any of them.
constexpr Row dctRows[] = {
    {"conceptEntry", "$aux|dct* langSec+"},
    {"langSec", "$aux|dct* termSec+"},
    {"termSec", "term termNote|termNoteGrp|$aux|dct*"},
    {"termNoteGrp", "termNote|dct $link|dct*"},
    {"descripGrp", "descrip|dct descripNote|admin|adminGrp|transacGrp|note|ref|xref|dct*"},
    {"adminGrp", "admin|dct adminNote|note|ref|xref|dct*"},
    {"transacGrp", "transac|dct transacNote|date|note|ref|xref|dct*"},
};

constexpr Row v2Rows[] = {
    {"termSec", "term|termGrp termNote|termNoteGrp* $aux*"},
    {"termGrp", "term termNote|termNoteGrp* termCompList*"},
    {"termCompList", "$aux* termComp|termCompGrp+"},
    {"termCompGrp", "termComp termNote|termNoteGrp* $link*"},
    {"termComp", "#text"},
    {"bpt", "#text"},
    {"ept", "#text"},
    {"ph", "#text"},
};

// TBX-Basic of v2 takes away what these elements may hold elsewhere.
constexpr Row v2BasicRows[] = {
    {"termSec", "term termNote* descrip|descripGrp|admin|transacGrp|note|ref|xref*"},
    {"descripGrp", "descrip admin*"},
    {"transacGrp", "transac transacNote|date*"},
};

// TBXcoreStructV02 knows TBX-Min as a format of its own, in which the order is free.
constexpr Row minRows[] = {
    {"conceptEntry", "descrip|langSec*"},
    {"langSec", "termSec+"},
    {"termSec", "term|termNote|admin|note|noteGrp*"},
    {"noteGrp", "note*"},
    {"note", "#text noteKey|noteValue*"},
    {"noteKey", "#text"},
    {"noteValue", "#text"},
    {"term", "#text"},
    {"termNote", "#text"},
    {"admin", "#text"},
    {"descrip", "#text"},
};

using Models = QHash<QString, Model>;

Model parseModel(const char *content, Version version)
{
    QString text = QString::fromLatin1(content);
    text.replace(QLatin1String("$aux"), QLatin1String(aux))
        .replace(QLatin1String("$link"), QLatin1String(link));
    text.replace(QLatin1String("$inline"), version == Version::V3 ? QStringLiteral("hi|foreign|sc|ec|ph")
                                                                  : QStringLiteral("hi|foreign|bpt|ept|ph"));
    Model model;
    for (QString word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (word == QLatin1String("#text")) {
            model.text = true;
            continue;
        }
        const QChar last = word.back();
        if (last == u'*' || last == u'?' || last == u'+')
            word.chop(1);
        model.steps.push_back(
            {word.split(u'|'), last == u'*' || last == u'?' ? 0 : 1, last == u'*' || last == u'+'});
    }
    return model;
}

template <std::size_t size>
void add(Models &models, const Row (&rows)[size], Version version)
{
    for (const Row &row : rows)
        models.insert(QLatin1String(row.kind), parseModel(row.content, version));
}

Models modelsOf(const FileKind &file)
{
    Models models;
    if (file.minFormat) {
        add(models, minRows, file.version);
        return models;
    }
    add(models, common, file.version);
    if (file.version == Version::V2)
        add(models, v2Rows, file.version);
    else
        add(models, v3Rows, file.version);
    if (file.version == Version::V2 && file.dialect == Dialect::Basic)
        add(models, v2BasicRows, file.version);
    if (file.dct)
        add(models, dctRows, file.version);
    return models;
}

} // namespace

const Model *modelOf(const QString &kind, const FileKind &file)
{
    static const Models min = modelsOf({Version::V2, Dialect::Min, true, true, {}});
    static const Models v2Basic = modelsOf({Version::V2, Dialect::Basic, false, false, {}});
    static const Models v2 = modelsOf({Version::V2, Dialect::Open, false, false, {}});
    static const Models dct = modelsOf({Version::V3, Dialect::Open, true, false, {}});
    static const Models dca = modelsOf({Version::V3, Dialect::Open, false, false, {}});
    const bool isV2 = file.version == Version::V2;
    const Models &models = file.minFormat                           ? min
                           : isV2 && file.dialect == Dialect::Basic ? v2Basic
                           : isV2                                   ? v2
                           : file.dct                               ? dct
                                                                    : dca;
    const auto found = models.constFind(kind);
    return found == models.cend() ? nullptr : &*found;
}

bool carriesCategory(const QString &kind)
{
    static const QSet<QString> kinds{
        QStringLiteral("admin"),       QStringLiteral("adminNote"), QStringLiteral("descrip"),
        QStringLiteral("descripNote"), QStringLiteral("termNote"),  QStringLiteral("transac"),
        QStringLiteral("transacNote"), QStringLiteral("ref"),       QStringLiteral("xref")};
    return kinds.contains(kind);
}

AttributeRule attributesOf(const QString &kind, const FileKind &file)
{
    static const QString id = QStringLiteral("id");
    static const QString language = QStringLiteral("xml:lang");
    static const QString type = QStringLiteral("type");
    static const QString target = QStringLiteral("target");
    static const QSet<QString> withLanguage{
        QStringLiteral("note"),      QStringLiteral("foreign"),      QStringLiteral("p"),
        QStringLiteral("titleStmt"), QStringLiteral("title"),        QStringLiteral("sourceDesc"),
        QStringLiteral("change"),    QStringLiteral("revisionDesc"), QStringLiteral("termComp")};
    if (kind == QLatin1String("conceptEntry"))
        return {{id}, file.version == Version::V3 || file.minFormat ? QStringList{id} : QStringList()};
    if (kind == QLatin1String("langSec"))
        return {{id, language}, {language}};
    if (kind == QLatin1String("xref"))
        return {{id, type, target, QStringLiteral("module")}, {type, target}};
    if (carriesCategory(kind))
        return {{id, language, type, target, QStringLiteral("datatype"), QStringLiteral("module")}, {type}};
    if (kind == QLatin1String("hi"))
        return {{type, target, language}, {}};
    if (kind == QLatin1String("refObjectSec") || kind == QLatin1String("termCompList"))
        return {{id, type}, {type}};
    if (withLanguage.contains(kind))
        return {{id, language, type}, {}};
    return {{id, type, target, QStringLiteral("i"), QStringLiteral("disp"), QStringLiteral("equiv"),
             QStringLiteral("subType"), QStringLiteral("isolated"), QStringLiteral("startRef")},
            {}};
}

} // namespace verbale::glossary::tbx
