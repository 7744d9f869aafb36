#include "workbench/engine_fields.h"

#include "workbench/engine_words.h"
#include "workbench/questions.h"
#include "workbench/theme.h"

#include <QtCore/QEvent>
#include <QtCore/QJsonArray>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace verbale::workbench {

namespace {

using session::EngineMember;
using session::MemberKind;

constexpr int captionLetters = 32;
constexpr int rowsOfARow = 3; // the editor, what is wrong, what is to be known

QLabel *makeNote(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->hide();
    return label;
}

/// As a person would type it.
QString shownText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (!value.isArray())
        return value.toVariant().toString();
    QStringList parts;
    const QJsonArray list = value.toArray();
    for (const auto &one : list)
        parts.append(one.toVariant().toString());
    return parts.join(QLatin1String(", "));
}

QJsonValue numberList(const QString &text)
{
    QJsonArray list;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const qint64 number = part.trimmed().toLongLong(&isNumber);
        if (!isNumber)
            return text; // which is told to be no list
        list.append(number);
    }
    return list;
}

/// Of what was typed; a text that is no number stays one, and is told to be wrong.
QJsonValue valueOf(const EngineMember &member, const QString &text)
{
    switch (member.kind) {
    case MemberKind::Flag:
        return text == QLatin1String("true");
    case MemberKind::Number: {
        bool isNumber = false;
        const double number = QString(text).replace(u',', u'.').toDouble(&isNumber);
        return isNumber ? QJsonValue(number) : QJsonValue(text);
    }
    case MemberKind::NumberList:
        return numberList(text);
    case MemberKind::Text:
    case MemberKind::LongText:
    case MemberKind::Address:
    case MemberKind::Choice:
    case MemberKind::File:
        break;
    }
    return text;
}

} // namespace

FieldRows::FieldRows(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * captionLetters);
}

void FieldRows::addRow(const QString &name, const QString &caption, QWidget *editor,
                       const QString &explanation)
{
    Row row{name, new QLabel(caption, this), editor, makeNote(this), makeNote(this)};
    row.caption->setBuddy(editor->focusProxy() != nullptr ? editor->focusProxy() : editor);
    editor->setAccessibleName(QString(caption).remove(u'&'));
    editor->setAccessibleDescription(explanation);
    const int at = static_cast<int>(m_rows.size()) * rowsOfARow;
    m_grid->addWidget(row.caption, at, 0, Qt::AlignLeft | Qt::AlignVCenter);
    m_grid->addWidget(editor, at, 1);
    m_grid->addWidget(row.problem, at + 1, 1);
    m_grid->addWidget(row.explanation, at + 2, 1);
    row.explanation->setContentsMargins(0, 0, 0, 7);
    row.problem->setContentsMargins(0, 0, 0, 2);
    m_rows.append(row);
    setExplanation(name, explanation);
    colour();
}

const FieldRows::Row *FieldRows::row(const QString &name) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&name](const Row &one) { return one.name == name; });
    return found == m_rows.end() ? nullptr : &*found;
}

void FieldRows::setExplanation(const QString &name, const QString &text)
{
    if (const Row *known = row(name)) {
        known->explanation->setText(text);
        known->explanation->setVisible(!text.isEmpty());
    }
}

void FieldRows::setProblem(const QString &name, const QString &text)
{
    if (const Row *known = row(name)) {
        known->problem->setText(text);
        known->problem->setVisible(!text.isEmpty());
    }
}

QString FieldRows::problem(const QString &name) const
{
    const Row *known = row(name);
    return known == nullptr ? QString() : known->problem->text();
}

void FieldRows::takeFocus(const QString &name)
{
    if (const Row *known = row(name))
        known->editor->setFocus(Qt::OtherFocusReason);
}

void FieldRows::clear()
{
    for (const Row &one : std::as_const(m_rows)) {
        for (QWidget *widget : {static_cast<QWidget *>(one.caption), one.editor,
                                static_cast<QWidget *>(one.explanation), static_cast<QWidget *>(one.problem)})
            delete widget;
    }
    m_rows.clear();
}

void FieldRows::colour()
{
    QPalette quiet = QApplication::palette();
    QPalette wrong = quiet;
    quiet.setColor(QPalette::WindowText, coloursOf(quiet).quietText);
    wrong.setColor(QPalette::WindowText, coloursOf(wrong).forbidden);
    for (const Row &one : std::as_const(m_rows)) {
        one.explanation->setPalette(quiet);
        one.problem->setPalette(wrong);
    }
}

void FieldRows::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        colour();
}

QLabel *makeHeading(const QString &text, QWidget *parent)
{
    auto *heading = new QLabel(text, parent);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    heading->setContentsMargins(0, 14, 0, 2);
    return heading;
}

QWidget *makeFileField(QLineEdit *line, const QString &title, Questions &questions)
{
    auto *field = new QWidget(line->parentWidget());
    auto *choose = new QPushButton(EngineFields::tr("Choose…"), field);
    choose->setAutoDefault(false);
    auto *layout = new QHBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(line, 1);
    layout->addWidget(choose);
    field->setFocusProxy(line);
    QObject::connect(choose, &QPushButton::clicked, line, [line, title, &questions] {
        const QString path = questions.settingsFile(line->window(), title);
        if (!path.isEmpty())
            line->setText(path);
    });
    return field;
}

EngineFields::EngineFields(Questions &questions, QWidget *parent)
    : QWidget(parent)
    , m_questions(questions)
    , m_usual(new FieldRows(this))
    , m_more(new QToolButton(this))
    , m_rare(new FieldRows(this))
    , m_strange(makeNote(this))
{
    m_more->setText(tr("Further settings"));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setAutoRaise(true);
    m_more->setCheckable(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_usual);
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    layout->addWidget(m_rare);
    layout->addWidget(m_strange);
    connect(m_more, &QToolButton::toggled, this, &EngineFields::unfold);
    unfold(false);
}

void EngineFields::unfold(bool open)
{
    m_more->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_rare->setVisible(open);
}

QWidget *EngineFields::makeEditor(const EngineMember &member, const QString &text)
{
    switch (member.kind) {
    case MemberKind::Flag: {
        auto *box = new QCheckBox(this);
        box->setChecked((text.isEmpty() ? member.otherwise : text) != QLatin1String("false"));
        connect(box, &QCheckBox::toggled, this, &EngineFields::edited);
        return box;
    }
    case MemberKind::LongText: {
        auto *lines = new QPlainTextEdit(text, this);
        lines->setTabChangesFocus(true);
        lines->setFixedHeight(fontMetrics().lineSpacing() * 4 + 12);
        connect(lines, &QPlainTextEdit::textChanged, this, &EngineFields::edited);
        return lines;
    }
    case MemberKind::Choice:
    case MemberKind::Text:
    case MemberKind::Address:
    case MemberKind::Number:
    case MemberKind::NumberList:
    case MemberKind::File:
        break;
    }
    if (!member.choices.isEmpty()) {
        auto *box = new QComboBox(this);
        box->addItems(member.choices);
        box->setEditable(member.kind != MemberKind::Choice);
        box->setFocusPolicy(Qt::StrongFocus);
        box->setCurrentText(text.isEmpty() ? member.otherwise : text);
        connect(box, &QComboBox::currentTextChanged, this, &EngineFields::edited);
        return box;
    }
    auto *line = new QLineEdit(text, this);
    line->setPlaceholderText(member.otherwise);
    line->setCursorPosition(0);
    connect(line, &QLineEdit::textChanged, this, &EngineFields::edited);
    return line;
}

QString EngineFields::textOf(const QWidget *editor)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(editor))
        return line->text().trimmed();
    if (const auto *box = qobject_cast<const QComboBox *>(editor))
        return box->currentText().trimmed();
    if (const auto *lines = qobject_cast<const QPlainTextEdit *>(editor))
        return lines->toPlainText();
    if (const auto *box = qobject_cast<const QCheckBox *>(editor))
        return box->isChecked() ? QStringLiteral("true") : QStringLiteral("false");
    return {};
}

void EngineFields::show(const session::EngineSetup &setup)
{
    m_usual->clear();
    m_rare->clear();
    m_fields.clear();
    m_type = setup.type;
    m_came = setup.members;
    QStringList strange = m_came.keys();
    const session::EngineType *type = session::engineType(setup.type);
    bool rareIsUsed = false;
    for (const EngineMember &member : type == nullptr ? QList<EngineMember>() : type->members) {
        const QString text = shownText(m_came.value(member.name));
        QWidget *editor = makeEditor(member, text);
        m_fields.append({member, editor, textOf(editor)});
        const MemberWords words = memberWords(setup.type, member.name);
        auto *line = qobject_cast<QLineEdit *>(editor);
        (member.isRare ? m_rare : m_usual)
            ->addRow(member.name, words.label,
                     member.kind == MemberKind::File ? makeFileField(line, words.label, m_questions) : editor,
                     words.explanation);
        rareIsUsed = rareIsUsed || (member.isRare && m_came.contains(member.name));
        strange.removeOne(member.name);
    }
    m_more->setVisible(type != nullptr);
    m_more->setChecked(rareIsUsed);
    m_strange->setText(tr("The settings file also has %1, which an engine of this kind does not know. It is "
                          "refused until they are taken out there.")
                           .arg(strange.join(QLatin1String(", "))));
    m_strange->setVisible(type != nullptr && !strange.isEmpty());
}

QJsonObject EngineFields::members() const
{
    QJsonObject members = m_came;
    for (const Field &field : m_fields) {
        const QString text = textOf(field.editor);
        if (text == field.came)
            continue;
        if (text.isEmpty() || text == field.member.otherwise)
            members.remove(field.member.name);
        else
            members.insert(field.member.name, valueOf(field.member, text));
    }
    return members;
}

void EngineFields::setProblem(const QString &member, const QString &text)
{
    m_usual->setProblem(member, text);
    m_rare->setProblem(member, text);
    const bool isRare = !m_rare->problem(member).isEmpty();
    if (isRare)
        m_more->setChecked(true); // nobody corrects what is folded away
}

bool EngineFields::has(const QString &member) const
{
    return editor(member) != nullptr;
}

void EngineFields::takeFocus(const QString &member)
{
    if (QWidget *found = editor(member))
        found->setFocus(Qt::OtherFocusReason);
}

QWidget *EngineFields::editor(const QString &member) const
{
    for (const Field &field : m_fields) {
        if (field.member.name == member)
            return field.editor;
    }
    return nullptr;
}

} // namespace verbale::workbench
