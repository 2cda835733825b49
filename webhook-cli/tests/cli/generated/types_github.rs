use webhook_kit::payload;
use webhook_kit::value::{Json, Timestamp};

#[payload("github", "pull_request.opened", at = "/pull_request")]
#[derive(Debug)]
struct PullRequestOpenedPullRequest {
    links: PullRequestOpenedPullRequestLinks,
    active_lock_reason: Option<String>,
    additions: Option<i64>,
    allow_auto_merge: Option<bool>,
    allow_update_branch: Option<bool>,
    assignee: Option<PullRequestOpenedPullRequestAssignee>,
    assignees: Option<Vec<PullRequestOpenedPullRequestAssignees>>,
    author_association: String,
    auto_merge: Option<PullRequestOpenedPullRequestAutoMerge>,
    base: PullRequestOpenedPullRequestBase,
    body: Option<String>,
    changed_files: Option<i64>,
    closed_at: Option<Timestamp>,
    comments: Option<i64>,
    comments_url: String,
    commits: Option<i64>,
    commits_url: String,
    created_at: Timestamp,
    delete_branch_on_merge: Option<bool>,
    deletions: Option<i64>,
    diff_url: String,
    draft: Option<bool>,
    head: PullRequestOpenedPullRequestHead,
    html_url: String,
    id: i64,
    issue_url: String,
    labels: Vec<PullRequestOpenedPullRequestLabels>,
    locked: bool,
    maintainer_can_modify: Option<bool>,
    merge_commit_message: Option<String>,
    merge_commit_sha: Option<String>,
    merge_commit_title: Option<String>,
    mergeable: Option<bool>,
    mergeable_state: Option<String>,
    merged: Option<bool>,
    merged_at: Option<Timestamp>,
    merged_by: Option<PullRequestOpenedPullRequestMergedBy>,
    milestone: Option<PullRequestOpenedPullRequestMilestone>,
    node_id: String,
    number: i64,
    patch_url: String,
    rebaseable: Option<bool>,
    requested_reviewers: Option<Vec<PullRequestOpenedPullRequestRequestedReviewers>>,
    requested_teams: Option<Vec<PullRequestOpenedPullRequestRequestedTeams>>,
    review_comment_url: String,
    review_comments: Option<i64>,
    review_comments_url: String,
    squash_merge_commit_message: Option<String>,
    squash_merge_commit_title: Option<String>,
    state: String,
    statuses_url: String,
    title: String,
    updated_at: Timestamp,
    url: String,
    use_squash_pr_title_as_default: Option<bool>,
    user: Option<PullRequestOpenedPullRequestUser>,
}

#[payload("github", "pull_request.opened", at = "/pull_request/_links")]
#[derive(Debug)]
struct PullRequestOpenedPullRequestLinks {
    comments: Json,
    commits: Json,
    html: Json,
    issue: Json,
    review_comment: Json,
    review_comments: Json,
    #[at("/self")]
    self_field: Json,
    statuses: Json,
}

#[payload("github", "pull_request.opened", at = "/pull_request/assignee")]
#[derive(Debug)]
struct PullRequestOpenedPullRequestAssignee {
    avatar_url: Option<String>,
    deleted: Option<bool>,
    email: Option<String>,
    events_url: Option<String>,
    followers_url: Option<String>,
    following_url: Option<String>,
    gists_url: Option<String>,
    gravatar_id: Option<String>,
    html_url: Option<String>,
    id: i64,
    login: String,
    name: Option<String>,
    node_id: Option<String>,
    organizations_url: Option<String>,
    received_events_url: Option<String>,
    repos_url: Option<String>,
    site_admin: Option<bool>,
    starred_at: Option<String>,
    starred_url: Option<String>,
    subscriptions_url: Option<String>,
    r#type: Option<String>,
    url: Option<String>,
    user_view_type: Option<String>,
}

#[payload("github", "pull_request.opened", at = "/pull_request/assignees/*")]
#[derive(Debug)]
struct PullRequestOpenedPullRequestAssignees {
    avatar_url: Option<String>,
    deleted: Option<bool>,
    email: Option<String>,
    events_url: Option<String>,
    followers_url: Option<String>,
    following_url: Option<String>,
    gists_url: Option<String>,
    gravatar_id: Option<String>,
    html_url: Option<String>,
    id: i64,
    login: String,
    name: Option<String>,
    node_id: Option<String>,
    organizations_url: Option<String>,
    received_events_url: Option<String>,
    repos_url: Option<String>,
    site_admin: Option<bool>,
    starred_at: Option<String>,
    starred_url: Option<String>,
    subscriptions_url: Option<String>,
    r#type: Option<String>,
    url: Option<String>,
    user_view_type: Option<String>,
}

#[payload("github", "pull_request.opened", at = "/pull_request/auto_merge")]
#[derive(Debug)]
struct PullRequestOpenedPullRequestAutoMerge {
    commit_message: Option<String>,
    commit_title: Option<String>,
    enabled_by: Option<Json>,
    merge_method: String,
}

#[payload("github", "pull_request.opened", at = "/pull_request/base")]
#[derive(Debug)]
struct PullRequestOpenedPullRequestBase {
    label: Option<String>,
    r#ref: String,
    repo: Json,
    sha: String,
    user: Option<Json>,
}

#[payload("github", "pull_request.opened", at = "/pull_request/head")]
#[derive(Debug)]
struct PullRequestOpenedPullRequestHead {
    label: Option<String>,
    r#ref: String,
    repo: Option<Json>,
    sha: String,
    user: Option<Json>,
}

#[payload("github", "pull_request.opened", at = "/pull_request/labels/*")]
#[derive(Debug)]
struct PullRequestOpenedPullRequestLabels {
    color: String,
    default: bool,
    description: Option<String>,
    id: i64,
    name: String,
    node_id: String,
    url: String,
}

#[payload("github", "pull_request.opened", at = "/pull_request/merged_by")]
#[derive(Debug)]
struct PullRequestOpenedPullRequestMergedBy {
    avatar_url: Option<String>,
    deleted: Option<bool>,
    email: Option<String>,
    events_url: Option<String>,
    followers_url: Option<String>,
    following_url: Option<String>,
    gists_url: Option<String>,
    gravatar_id: Option<String>,
    html_url: Option<String>,
    id: i64,
    login: String,
    name: Option<String>,
    node_id: Option<String>,
    organizations_url: Option<String>,
    received_events_url: Option<String>,
    repos_url: Option<String>,
    site_admin: Option<bool>,
    starred_at: Option<String>,
    starred_url: Option<String>,
    subscriptions_url: Option<String>,
    r#type: Option<String>,
    url: Option<String>,
    user_view_type: Option<String>,
}

#[payload("github", "pull_request.opened", at = "/pull_request/milestone")]
#[derive(Debug)]
struct PullRequestOpenedPullRequestMilestone {
    closed_at: Option<Timestamp>,
    closed_issues: i64,
    created_at: Timestamp,
    creator: Option<Json>,
    description: Option<String>,
    due_on: Option<Timestamp>,
    html_url: String,
    id: i64,
    labels_url: String,
    node_id: String,
    number: i64,
    open_issues: i64,
    state: String,
    title: String,
    updated_at: Timestamp,
    url: String,
}

#[payload("github", "pull_request.opened", at = "/pull_request/requested_reviewers/*")]
#[derive(Debug)]
struct PullRequestOpenedPullRequestRequestedReviewers {
    avatar_url: Option<String>,
    deleted: Option<bool>,
    description: Option<String>,
    email: Option<String>,
    events_url: Option<String>,
    followers_url: Option<String>,
    following_url: Option<String>,
    gists_url: Option<String>,
    gravatar_id: Option<String>,
    html_url: Option<String>,
    id: i64,
    login: Option<String>,
    members_url: Option<String>,
    name: Option<String>,
    node_id: Option<String>,
    organizations_url: Option<String>,
    parent: Option<Json>,
    permission: Option<String>,
    privacy: Option<String>,
    received_events_url: Option<String>,
    repos_url: Option<String>,
    repositories_url: Option<String>,
    site_admin: Option<bool>,
    slug: Option<String>,
    starred_at: Option<String>,
    starred_url: Option<String>,
    subscriptions_url: Option<String>,
    r#type: Option<String>,
    url: Option<String>,
    user_view_type: Option<String>,
}

#[payload("github", "pull_request.opened", at = "/pull_request/requested_teams/*")]
#[derive(Debug)]
struct PullRequestOpenedPullRequestRequestedTeams {
    deleted: Option<bool>,
    description: Option<String>,
    enterprise_id: Option<i64>,
    html_url: Option<String>,
    id: i64,
    ldap_dn: Option<String>,
    members_url: Option<String>,
    name: String,
    node_id: Option<String>,
    notification_setting: Option<String>,
    organization_id: Option<i64>,
    parent: Option<Json>,
    permission: Option<String>,
    privacy: Option<String>,
    repositories_url: Option<String>,
    slug: Option<String>,
    r#type: Option<String>,
    url: Option<String>,
}

#[payload("github", "pull_request.opened", at = "/pull_request/user")]
#[derive(Debug)]
struct PullRequestOpenedPullRequestUser {
    avatar_url: Option<String>,
    deleted: Option<bool>,
    email: Option<String>,
    events_url: Option<String>,
    followers_url: Option<String>,
    following_url: Option<String>,
    gists_url: Option<String>,
    gravatar_id: Option<String>,
    html_url: Option<String>,
    id: i64,
    login: String,
    name: Option<String>,
    node_id: Option<String>,
    organizations_url: Option<String>,
    received_events_url: Option<String>,
    repos_url: Option<String>,
    site_admin: Option<bool>,
    starred_at: Option<String>,
    starred_url: Option<String>,
    subscriptions_url: Option<String>,
    r#type: Option<String>,
    url: Option<String>,
    user_view_type: Option<String>,
}
