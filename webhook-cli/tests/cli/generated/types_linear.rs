use webhook_kit::payload;
use webhook_kit::value::{Decimal, Json};

#[payload("linear", "Issue.create")]
#[derive(Debug)]
struct IssueCreate {
    typename: Option<String>,
    added_to_cycle_at: Option<String>,
    added_to_project_at: Option<String>,
    added_to_team_at: Option<String>,
    archived_at: Option<String>,
    assignee: Option<IssueCreateAssignee>,
    assignee_id: Option<String>,
    auto_archived_at: Option<String>,
    auto_closed_at: Option<String>,
    bot_actor: Option<String>,
    canceled_at: Option<String>,
    completed_at: Option<String>,
    created_at: String,
    creator: Option<IssueCreateCreator>,
    creator_id: Option<String>,
    cycle: Option<IssueCreateCycle>,
    cycle_id: Option<String>,
    delegate: Option<IssueCreateDelegate>,
    delegate_id: Option<String>,
    description: Option<String>,
    description_data: Option<String>,
    due_date: Option<String>,
    estimate: Option<Decimal>,
    external_user_creator: Option<IssueCreateExternalUserCreator>,
    external_user_creator_id: Option<String>,
    id: String,
    identifier: String,
    integration_source_type: Option<String>,
    label_ids: Vec<String>,
    labels: Vec<IssueCreateLabels>,
    last_applied_template_id: Option<String>,
    milestone: Option<IssueCreateMilestone>,
    number: i64,
    parent_id: Option<String>,
    previous_identifiers: Vec<String>,
    priority: i64,
    priority_label: String,
    priority_sort_order: Decimal,
    project: Option<IssueCreateProject>,
    project_id: Option<String>,
    project_milestone: Option<IssueCreateProjectMilestone>,
    project_milestone_id: Option<String>,
    reaction_data: Json,
    recurring_issue_template_id: Option<String>,
    releases: Vec<IssueCreateReleases>,
    sla_breaches_at: Option<String>,
    sla_high_risk_at: Option<String>,
    sla_medium_risk_at: Option<String>,
    sla_started_at: Option<String>,
    sla_type: Option<String>,
    snoozed_until_at: Option<String>,
    sort_order: Decimal,
    source_comment_id: Option<String>,
    started_at: Option<String>,
    started_triage_at: Option<String>,
    state: IssueCreateState,
    state_id: String,
    sub_issue_sort_order: Option<Decimal>,
    subscriber_ids: Vec<String>,
    synced_with: Option<Json>,
    team: Option<IssueCreateTeam>,
    team_id: String,
    title: String,
    trashed: Option<bool>,
    triaged_at: Option<String>,
    updated_at: String,
    url: String,
}

#[payload("linear", "Issue.create", at = "/assignee")]
#[derive(Debug)]
struct IssueCreateAssignee {
    typename: Option<String>,
    avatar_url: Option<String>,
    email: String,
    id: String,
    name: String,
    url: String,
}

#[payload("linear", "Issue.create", at = "/creator")]
#[derive(Debug)]
struct IssueCreateCreator {
    typename: Option<String>,
    avatar_url: Option<String>,
    email: String,
    id: String,
    name: String,
    url: String,
}

#[payload("linear", "Issue.create", at = "/cycle")]
#[derive(Debug)]
struct IssueCreateCycle {
    typename: Option<String>,
    ends_at: String,
    id: String,
    name: Option<String>,
    number: i64,
    starts_at: String,
}

#[payload("linear", "Issue.create", at = "/delegate")]
#[derive(Debug)]
struct IssueCreateDelegate {
    typename: Option<String>,
    avatar_url: Option<String>,
    email: String,
    id: String,
    name: String,
    url: String,
}

#[payload("linear", "Issue.create", at = "/externalUserCreator")]
#[derive(Debug)]
struct IssueCreateExternalUserCreator {
    typename: Option<String>,
    email: String,
    id: String,
    name: String,
}

#[payload("linear", "Issue.create", at = "/labels/*")]
#[derive(Debug)]
struct IssueCreateLabels {
    typename: Option<String>,
    color: String,
    id: String,
    name: String,
    parent_id: Option<String>,
}

#[payload("linear", "Issue.create", at = "/milestone")]
#[derive(Debug)]
struct IssueCreateMilestone {
    typename: Option<String>,
    id: String,
    name: String,
    target_date: String,
}

#[payload("linear", "Issue.create", at = "/project")]
#[derive(Debug)]
struct IssueCreateProject {
    typename: Option<String>,
    id: String,
    name: String,
    url: String,
}

#[payload("linear", "Issue.create", at = "/projectMilestone")]
#[derive(Debug)]
struct IssueCreateProjectMilestone {
    typename: Option<String>,
    id: String,
    name: String,
    target_date: String,
}

#[payload("linear", "Issue.create", at = "/releases/*")]
#[derive(Debug)]
struct IssueCreateReleases {
    typename: Option<String>,
    completed_at: Option<String>,
    id: String,
    name: String,
    pipeline: Option<Json>,
    stage: Option<Json>,
    version: Option<String>,
}

#[payload("linear", "Issue.create", at = "/state")]
#[derive(Debug)]
struct IssueCreateState {
    typename: Option<String>,
    color: String,
    id: String,
    name: String,
    r#type: String,
}

#[payload("linear", "Issue.create", at = "/team")]
#[derive(Debug)]
struct IssueCreateTeam {
    typename: Option<String>,
    id: String,
    key: String,
    name: String,
}
