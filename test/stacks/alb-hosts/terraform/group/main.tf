terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "name" {
  type = string
}

variable "port" {
  type = number
}

variable "vpc_id" {
  type = string
}

variable "servers" {
  type = list(string)
}

variable "tags" {
  type = map(string)
}

resource "alicloud_alb_server_group" "this" {
  server_group_name = var.name
  vpc_id            = var.vpc_id
  protocol          = "HTTP"
  tags              = var.tags

  health_check_config {
    health_check_enabled = true
    health_check_path    = "/healthz"
  }

  sticky_session_config {
    sticky_session_enabled = false
  }

  servers {
    server_type = "Ecs"
    server_id   = var.servers[0]
    port        = var.port
    weight      = 100
  }

  servers {
    server_type = "Ecs"
    server_id   = var.servers[1]
    port        = var.port
    weight      = 100
  }
}

output "id" {
  value = alicloud_alb_server_group.this.id
}
